import { useMemo, useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { useActiveDocument } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { applyChanges, useApplied } from '../live/appliedChanges.ts';
import { type Asked, liveChanges } from '../live/liveChanges.ts';
import { useRun } from '../live/runStore.ts';
import { useRunDocument } from '../live/useRunDocument.ts';
import { Icon } from '../ui/Icon.tsx';
import './liveChanges.css';

const NOTHING: Asked = {};

/** While a swarm runs: which edits of its document it can take over now, and which wait for the next run. */
export function LiveChangesBar() {
  const runId = useShownRun();
  const active = useRun(runId, (run) => isActive(run.state) && run.state !== 'queued') ?? false;
  return active && runId !== null ? <Bar key={runId} runId={runId} /> : null;
}

function Bar({ runId }: { readonly runId: RunId }) {
  const before = useRunDocument(runId);
  const now = useActiveDocument();
  const fish = useRun(runId, (run) => run.fish);
  const fishState = useRun(runId, (run) => run.fishState);
  const deeds = useRun(runId, (run) => run.deeds);
  const asked = useApplied((state) => state.asked[runId]) ?? NOTHING;
  const [open, setOpen] = useState(false);
  const changes = useMemo(() => {
    if (
      before === null ||
      now === null ||
      fish === undefined ||
      fishState === undefined ||
      deeds === undefined
    )
      return null;
    return liveChanges({ fish, fishState, deeds }, before, now, asked);
  }, [before, now, fish, fishState, deeds, asked]);
  if (changes === null || changes.apply.length + changes.later.length === 0) return null;
  const { apply, later } = changes;
  return (
    <section className="live-changes" aria-label={t`Edits while the swarm runs`}>
      <div className="live-changes-head">
        <span>
          {apply.length > 0
            ? counted(
                apply.length,
                '{0} change can be applied to the running swarm',
                '{0} changes can be applied to the running swarm',
              )
            : counted(
                later.length,
                '{0} change holds from the next run on',
                '{0} changes hold from the next run on',
              )}
        </span>
        {apply.length > 0 && (
          <button type="button" className="btn primary small" onClick={() => void applyChanges(runId, apply)}>
            {t`Apply`}
          </button>
        )}
        <button type="button" className="btn quiet small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {apply.length > 0 ? t`List` : t`Why?`}
          <Icon name="down" size={12} />
        </button>
      </div>
      {open && (
        <ul>
          {apply.map((change) => (
            <li key={change.key}>
              {change.text}
              <button
                type="button"
                className="btn quiet small"
                aria-label={t`Apply: ${change.text}`}
                onClick={() => void applyChanges(runId, [change])}
              >
                {t`Apply`}
              </button>
            </li>
          ))}
          {later.map(({ text, why }) => (
            <li key={text} className="later">
              <span>{text}</span>
              <small>{t`${why} It will hold in the next run.`}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
