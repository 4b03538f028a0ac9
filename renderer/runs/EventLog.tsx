import { useEffect, useRef } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { useRun } from '../live/runStore.ts';

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
      aria-label="Log of the run"
      onScroll={({ currentTarget }) => {
        atEnd.current =
          currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < 24;
      }}
    >
      {(log ?? []).slice(-SHOWN).map((entry) => (
        <li key={entry.id} className={entry.severity}>
          <span className="num">round {entry.round}</span>
          <span className="num">{(entry.time / 1000).toFixed(1)} s</span>
          <span>{entry.text}</span>
        </li>
      ))}
    </ol>
  );
}
