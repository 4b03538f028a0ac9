import { useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { currentTab } from '../../documents/store.ts';
import { engine } from '../../engine/client.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Answer } from './Answer.tsx';
import { clearAnswer, showAnswer, useAnswer } from './answerStore.ts';
import { type TriedExample, tryExample, type Writing } from './ask.ts';
import { rememberTried, useTried } from './triedStore.ts';

interface TryOneProps {
  readonly runId: RunId;
  readonly language: boolean;
  readonly writing: Writing;
  readonly onWriting: (writing: Writing) => void;
}

/** One text: typed, tried before, or from validation. The canvas shows who said what. */
export function TryOne({ runId, language, writing, onWriting }: TryOneProps) {
  const [text, setText] = useState(() => useAnswer.getState().prediction?.text ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const tried = useTried((state) => state.texts);
  const prediction = useAnswer((state) => (state.runId === runId ? state.prediction : null));
  const truth = useAnswer((state) => (state.runId === runId ? state.truth : null));

  const ask = async (work: () => Promise<TriedExample>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const answer = await work();
      rememberTried(answer.prediction.text);
      setText(answer.prediction.text);
      showAnswer(runId, currentTab()?.document ?? null, answer.prediction, answer.truth);
    } catch (thrown) {
      setError(toShuuraiError(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  const askText = (asked: string, how: Writing): Promise<void> =>
    ask(async () => ({
      prediction: await engine.request('runs.predict', { runId, text: asked, ...how }),
      truth: null,
    }));
  const again = (): void => {
    const next = { ...writing, seed: writing.seed + 1 };
    onWriting(next);
    void askText(text, next);
  };

  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void askText(text, writing);
        }}
      >
        <input
          className="input"
          aria-label={t`Text to try`}
          placeholder={language ? t`Begin a text and press Enter` : t`Type a sentence and press Enter`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn primary" disabled={busy || text.trim() === ''}>
          {t`Ask the swarm`}
        </button>
        {language && prediction !== null && (
          <button type="button" className="btn" disabled={busy} onClick={again}>
            {t`Write again`}
          </button>
        )}
        <button
          type="button"
          className="btn"
          disabled={busy}
          onClick={() => void ask(() => tryExample(runId, 'any', writing))}
        >
          {t`An example`}
        </button>
        {!language && (
          <button
            type="button"
            className="btn"
            disabled={busy}
            title={t`A text of validation that the swarm answers wrongly`}
            onClick={() => void ask(() => tryExample(runId, 'wrong', writing))}
          >
            {t`One it gets wrong`}
          </button>
        )}
        {tried.length > 0 && (
          <select
            className="input select try-before"
            aria-label={t`Tried before`}
            disabled={busy}
            value=""
            onChange={(event) => void askText(event.target.value, writing)}
          >
            <option value="" disabled>
              {t`Tried before`}
            </option>
            {tried.map((one) => (
              <option key={one} value={one}>
                {one.length > 90 ? `${one.slice(0, 89)}…` : one}
              </option>
            ))}
          </select>
        )}
        {prediction !== null && (
          <button type="button" className="btn quiet" onClick={clearAnswer}>
            {t`Clear`}
          </button>
        )}
      </form>
      {error !== null && (
        <p className="form-error" role="alert">
          {error}
        </p>
      )}
      {prediction !== null && <Answer prediction={prediction} truth={truth} />}
      {prediction === null && error === null && (
        <Empty icon="speech" title={t`Ask the swarm as it is now`}>
          {t`Each fish answers for itself, on the canvas at its node, then the aggregators decide. Dead fish are silent.`}
        </Empty>
      )}
    </>
  );
}
