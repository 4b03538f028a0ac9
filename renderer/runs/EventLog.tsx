import { useEffect, useRef } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { useRun } from '../live/runStore.ts';
import { formatFixed } from '../ui/format.ts';
import './eventLog.css';

const SHOWN = 500;

/** What happened, newest last; keeps to the end while the person is there. */
export function EventLog({ runId }: { readonly runId: RunId }) {
  const log = useRun(runId, (run) => run.log);
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scroll after new lines
  useEffect(() => {
    if (atEnd.current && list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [log]);
  return (
    <ol
      ref={list}
      className="event-log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={t`Log of the run`}
      onScroll={({ currentTarget }) => {
        atEnd.current =
          currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < 24;
      }}
    >
      {(log ?? []).slice(-SHOWN).map((entry) => (
        <li key={entry.id} className={entry.severity}>
          <span className="num">{t`round ${entry.round}`}</span>
          <span className="num">{formatFixed(entry.time / 1000, 1)} s</span>
          <span>{entry.text}</span>
        </li>
      ))}
    </ol>
  );
}
