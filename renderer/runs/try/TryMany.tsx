import { useEffect, useRef, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { counted, t } from '#engine/core/text.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { currentTab } from '../../documents/store.ts';
import { useNodeName } from '../../documents/useNodeName.ts';
import { download } from '../../files/download.ts';
import { textOfFile } from '../../files/textOfFile.ts';
import { formatPercent } from '../../ui/format.ts';
import { Meter } from '../../ui/Meter.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { showAnswer } from './answerStore.ts';
import { askMany, type Writing } from './ask.ts';
import { linesOf, manyToCsv } from './manyToCsv.ts';

/** Texts of one go, and rows of the table; the file has all of them. */
const MOST = 5000;
const SHOWN = 400;

interface TryManyProps {
  readonly runId: RunId;
  readonly language: boolean;
  readonly writing: Writing;
}

/** Many texts, pasted or from a file, answered into a table that can be saved. */
export function TryMany({ runId, language, writing }: TryManyProps) {
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<readonly Prediction[]>([]);
  const [asked, setAsked] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const name = useNodeName();
  const stopped = useRef(false);
  const file = useRef<HTMLInputElement>(null);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const texts = linesOf(text).slice(0, MOST);
  const ask = async (): Promise<void> => {
    stopped.current = false;
    setError(null);
    setAnswers([]);
    setAsked(texts.length);
    try {
      await askMany(runId, texts, writing, (portion) => {
        setAnswers(portion);
        return !stopped.current;
      });
    } catch (thrown) {
      setError(toShuuraiError(thrown).message);
    } finally {
      setAsked(null);
    }
  };
  return (
    <div className="try-many">
      <div className="try-texts">
        <textarea
          className="input"
          aria-label={t`Texts to try, one a line`}
          placeholder={t`Paste texts here, one a line`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="try-buttons">
          {asked === null ? (
            <button
              type="button"
              className="btn primary"
              disabled={texts.length === 0}
              onClick={() => void ask()}
            >
              {texts.length === 0
                ? t`Ask the swarm`
                : counted(texts.length, 'Ask about {0} text', 'Ask about {0} texts')}
            </button>
          ) : (
            <button
              type="button"
              className="btn"
              onClick={() => {
                stopped.current = true;
              }}
            >
              {t`Stop at ${answers.length} of ${asked}`}
            </button>
          )}
          <button type="button" className="btn" onClick={() => file.current?.click()}>
            {t`Choose a file…`}
          </button>
          <input
            ref={file}
            type="file"
            hidden
            accept=".txt,.csv,.tsv,text/plain"
            aria-label={t`File of texts`}
            onChange={async ({ target }) => {
              const [chosen] = target.files ?? [];
              if (chosen !== undefined) setText(await textOfFile(chosen));
              target.value = '';
            }}
          />
          <button
            type="button"
            className="btn"
            disabled={answers.length === 0}
            onClick={() => download('answers.csv', manyToCsv(answers, name), 'text/csv')}
          >
            {t`Save as CSV`}
          </button>
        </div>
        {error !== null && (
          <p className="form-error" role="alert">
            {error}
          </p>
        )}
      </div>
      <ScrollRegion className="try-answers" label={t`Answers to the texts`}>
        {answers.length === 0 ? (
          <p className="history-hint">{t`A table of the answers appears here; a click on a row shows it on the canvas.`}</p>
        ) : (
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{t`Text`}</th>
                <th scope="col">{language ? t`Continuation` : t`Answer`}</th>
                {!language && <th scope="col">{t`Confidence`}</th>}
                {!language && <th scope="col">{t`Fish that agree`}</th>}
              </tr>
            </thead>
            <tbody>
              {answers.slice(0, SHOWN).map((answer, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: texts may repeat, and never move
                <tr key={at}>
                  <td>
                    <button
                      type="button"
                      className="try-row"
                      title={answer.text}
                      onClick={() => showAnswer(runId, currentTab()?.document ?? null, answer, null)}
                    >
                      {answer.text}
                    </button>
                  </td>
                  {answer.continuation === undefined ? (
                    <>
                      <td>{answer.label}</td>
                      <td>
                        <span className="try-confidence">
                          <Meter value={answer.confidence} />
                          {formatPercent(answer.confidence)}
                        </span>
                      </td>
                      <td>{agreement(answer)}</td>
                    </>
                  ) : (
                    <td className="try-continuation">{answer.continuation}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {answers.length > SHOWN && (
          <p className="history-hint">
            {t`The first ${SHOWN} of ${answers.length} are shown; the CSV file has all of them.`}
          </p>
        )}
      </ScrollRegion>
    </div>
  );
}

function agreement({ fish, label }: Prediction): string {
  const alive = fish.filter((one) => one.alive);
  return `${alive.filter((one) => one.label === label).length} / ${alive.length}`;
}
