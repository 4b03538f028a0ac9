import { useEffect, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import type { RunListing } from '#engine/protocol/api/runs.ts';
import { openDialog } from '../../dialogs/dialogs.ts';
import { engine } from '../../engine/client.ts';
import { formatScaled } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { downloadEvents, downloadMetrics } from '../downloadMetrics.ts';
import { openRun } from '../openRun.ts';
import { DeleteRuns } from './DeleteRuns.tsx';
import { choose, useHistory } from './historyStore.ts';
import { canResume, resultText, STATE_WORDS, stateTone, whenText } from './runWords.ts';
import { TagEditor } from './TagEditor.tsx';

/** Fewest and most runs that can be compared at once. */
const COMPARABLE = [2, 24] as const;

interface RunDetailsProps {
  /** Runs of the page shown; others that are chosen are known by their id only. */
  readonly runs: readonly RunListing[];
  readonly tags: readonly string[];
  readonly act: (work: Promise<unknown>) => void;
}

/** What can be done with the chosen runs, beside the list: tags, note, open, rerun, compare, delete. */
export function RunDetails({ runs, tags, act }: RunDetailsProps) {
  const chosen = useHistory((state) => state.chosen);
  const known = runs.filter(({ id }) => chosen.includes(id));
  const [first] = known;
  if (chosen.length === 0)
    return (
      <aside className="history-details" aria-label={t`Chosen runs`}>
        <p className="history-hint">
          {t`Click a run for its tags and note. Choose several with Ctrl or Shift to compare, tag or delete them together.`}
        </p>
      </aside>
    );
  const single = chosen.length === 1 ? first : undefined;
  const [least, most] = COMPARABLE;
  return (
    <aside className="history-details" aria-label={t`Chosen runs`}>
      <header className="row">
        <b className="clip">
          {single === undefined
            ? counted(chosen.length, '{0} run chosen', '{0} runs chosen')
            : single.name === ''
              ? t`Untitled`
              : single.name}
        </b>
        <button type="button" className="btn quiet small" onClick={() => choose([])}>
          {t`Clear`}
        </button>
      </header>
      {single !== undefined && (
        <p className="history-facts">
          <span className={`pill ${stateTone(single.state)}`}>{STATE_WORDS[single.state]}</span>{' '}
          {[
            whenText(single.createdAt),
            t`seed ${single.seed}`,
            resultText(single),
            counted(single.fish, '{0} fish', '{0} fish'),
            single.executor,
            t`engine ${single.engineVersion}`,
            formatScaled(single.bytes, 'B'),
          ]
            .map((fact) => fact.replaceAll(' ', '\u00a0')) // lines break between facts
            .join(' · ')}
        </p>
      )}
      {single?.error != null && <p className="form-error">{single.error}</p>}
      <div className="history-buttons">
        {single === undefined ? (
          <button
            type="button"
            className="btn primary small"
            disabled={chosen.length < least || chosen.length > most}
            title={chosen.length > most ? t`At most ${most} runs can be compared at once.` : undefined}
            onClick={() => openDialog({ kind: 'compare-runs', runIds: chosen })}
          >
            {t`Compare`}
          </button>
        ) : (
          <>
            <button type="button" className="btn small" onClick={() => act(openRun(single.id))}>
              {t`Open`}
            </button>
            <button
              type="button"
              className="btn small"
              onClick={() => openDialog({ kind: 'run-seeds', runId: single.id, seed: single.seed })}
            >
              {t`Run again…`}
            </button>
            <button
              type="button"
              className="btn small"
              title={t`Every measured value as a table (CSV)`}
              aria-label={t`Metrics as CSV`}
              onClick={() => act(downloadMetrics(single.id as RunId, single.name))} // from the engine's own list
            >
              <Icon name="save" size={12} />
              CSV
            </button>
            <button
              type="button"
              className="btn small"
              title={t`Every measured value as an event file of TensorBoard`}
              aria-label={t`Metrics for TensorBoard`}
              onClick={() => act(downloadEvents(single.id as RunId))} // from the engine's own list
            >
              <Icon name="save" size={12} />
              TensorBoard
            </button>
          </>
        )}
        {known.length > 0 && known.every(canResume) && (
          <button
            type="button"
            className="btn small"
            onClick={() =>
              act(
                Promise.all(known.map(({ id }) => engine.request('runs.resume', { runId: id }))).then(() =>
                  single === undefined ? undefined : openRun(single.id),
                ),
              )
            }
          >
            {t`Resume`}
          </button>
        )}
        <DeleteRuns key={chosen.join()} ids={chosen} bytes={known.reduce((sum, run) => sum + run.bytes, 0)} />
      </div>
      <TagEditor
        runs={known}
        all={tags}
        onChange={(labels) => act(engine.request('runs.label', { runIds: [...chosen], labels }))}
      />
      {single !== undefined && (
        <Note
          key={single.id}
          run={single}
          onChange={(note) => act(engine.request('runs.label', { runIds: [single.id], labels: { note } }))}
        />
      )}
    </aside>
  );
}

/** Saved when the field is left, and as the person pauses. */
function Note({ run, onChange }: { readonly run: RunListing; readonly onChange: (note: string) => void }) {
  const [text, setText] = useState(run.note);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pause in typing saves
  useEffect(() => {
    if (text === run.note) return;
    const timer = setTimeout(() => onChange(text), 800);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <textarea
      className="input history-note"
      aria-label={t`Note`}
      placeholder={t`A note: what was tried, what came of it`}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text !== run.note && onChange(text)}
    />
  );
}
