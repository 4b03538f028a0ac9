import { useEffect, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { csvRow } from '#engine/exchange/csvRow.ts';
import { download } from '../files/download.ts';
import { useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { Empty } from '../ui/Empty.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { type Cell, ConfusionTable } from './ConfusionTable.tsx';
import { formatNumber } from './charts/formatNumber.ts';
import { type ClassScore, classScores } from './classScores.ts';
import type { Normalised } from './confusionShares.ts';
import { useRequest } from './useRequest.ts';
import './confusion.css';
import './runView.css';

const SHARES: readonly (readonly [Normalised, string])[] = [
  ['none', t`counts`],
  ['rows', t`share of the truth (rows)`],
  ['columns', t`share of the answer (columns)`],
];

/** Validation examples by truth (rows) and answer (columns), for the swarm or one fish; follows the run. */
export function Confusion({ runId }: { readonly runId: RunId }) {
  const fish = useRun(runId, (run) => run.fish);
  const task = useRun(runId, (run) => run.task);
  const round = useRunSlowly(runId, (run) => run.round);
  const [who, setWho] = useState('');
  const [shares, setShares] = useState<Normalised>('none');
  const [cell, setCell] = useState<Cell | null>(null);
  const { result, error, send } = useRequest('runs.confusion');
  const applies = task !== 'language-modelling';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks again
  useEffect(() => {
    if (applies) void send({ runId, fish: who === '' ? null : who });
  }, [runId, who, round, applies, send]);

  if (!applies)
    return (
      <Empty icon="grid" title={t`Nothing to confuse`}>
        {t`A language model has no classes. Its perplexity and accuracy are under Learning.`}
      </Empty>
    );
  const labels = result?.labels ?? [];
  const save = (): void => {
    const rows = (result?.counts ?? []).map((row, truth) => csvRow([labels[truth] ?? '', ...row]));
    const text = [csvRow([t`truth, then answers`, ...labels]), ...rows, ''].join('\n');
    download(`${runId}-confusion-${who === '' ? 'swarm' : who.replace(':', '-')}.csv`, text, 'text/csv');
  };
  return (
    <div className="run-view">
      <div className="run-view-tools">
        <label>
          {t`whose answers`}
          <select className="input select small" value={who} onChange={(event) => setWho(event.target.value)}>
            <option value="">{t`the swarm`}</option>
            {fish?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t`shown as`}
          <select
            className="input select small"
            value={shares}
            onChange={(event) => setShares(SHARES.find(([id]) => id === event.target.value)?.[0] ?? 'none')}
          >
            {SHARES.map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="btn small quiet" disabled={result === null} onClick={save}>
          <Icon name="save" size={12} />
          {t`CSV`}
        </button>
        <span className="run-view-hint">
          {t`rows: what it was · columns: what was answered · a click on a cell shows its texts`}
        </span>
      </div>
      {error !== null && <p className="form-error">{error}</p>}
      {result === null && error === null && (
        <Empty icon="grid" title={t`Waiting for the first evaluation`}>
          {t`The counts appear with it and follow the run.`}
        </Empty>
      )}
      {result !== null && (
        <div className="confusion">
          <ScrollRegion className="confusion-scroll" label={t`Counts and scores by class`}>
            <ConfusionTable
              labels={labels}
              counts={result.counts}
              shares={shares}
              chosen={cell}
              onChoose={setCell}
            />
            <ScoreTable scores={classScores(labels, result.counts)} />
          </ScrollRegion>
          {cell !== null && (
            <CellTexts
              runId={runId}
              fish={who === '' ? null : who}
              cell={cell}
              labels={labels}
              onClose={() => setCell(null)}
            />
          )}
        </div>
      )}
    </div>
  );
}

const LIMIT = 40;

interface CellTextsProps {
  readonly runId: RunId;
  readonly fish: string | null;
  readonly cell: Cell;
  readonly labels: readonly string[];
  readonly onClose: () => void;
}

/** The validation texts that fell into a cell at the last evaluation. */
function CellTexts({ runId, fish, cell, labels, onClose }: CellTextsProps) {
  const { truth, answer } = cell;
  const round = useRunSlowly(runId, (run) => run.round);
  const { result, error, send } = useRequest('runs.confused');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks again
  useEffect(() => {
    void send({ runId, fish, truth, answer, limit: LIMIT });
  }, [runId, fish, truth, answer, round, send]);
  const title =
    truth === answer
      ? t`“${labels[truth] ?? ''}”, and answered so`
      : t`“${labels[truth] ?? ''}”, but answered “${labels[answer] ?? ''}”`;
  return (
    <section className="confusion-texts" aria-label={t`Texts of the cell`}>
      <header className="row">
        <h3>{title}</h3>
        <button
          type="button"
          className="btn small quiet icon"
          aria-label={t`Close the texts`}
          onClick={onClose}
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      {error !== null && <p className="form-error">{error}</p>}
      {result !== null && (
        <>
          <p className="run-view-hint">
            {counted(result.total, '{0} text', '{0} texts')}
            {t`, round ${result.round}`}
            {result.total > result.texts.length && ` · ${t`the first ${result.texts.length} are shown`}`}
          </p>
          <ScrollRegion className="confusion-list" label={t`Texts`}>
            <ol>
              {result.texts.map((text, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same text may stand twice
                <li key={at}>{text}</li>
              ))}
            </ol>
          </ScrollRegion>
        </>
      )}
    </section>
  );
}

const SCORES = ['precision', 'recall', 'f1'] as const;

function ScoreTable({ scores }: { readonly scores: readonly ClassScore[] }) {
  return (
    <table className="figures confusion-scores">
      <thead>
        <tr>
          <th scope="col">{t`Class`}</th>
          <th scope="col">{t`Examples`}</th>
          <th scope="col">{t`Precision`}</th>
          <th scope="col">{t`Recall`}</th>
          <th scope="col">F1</th>
        </tr>
      </thead>
      <tbody>
        {scores.map((score) => (
          <tr key={score.label}>
            <td>{score.label}</td>
            <td>{score.examples}</td>
            {SCORES.map((name) => {
              const value = score[name];
              return <td key={name}>{value === null ? '–' : `${formatNumber(value, true)} %`}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
