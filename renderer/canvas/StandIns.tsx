import { useStore, ViewportPortal } from '@xyflow/react';
import { isActive } from '#engine/protocol/activeRun.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { type StandIn, standIns } from '../live/standIns.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { arc, type Box } from './arc.ts';
import './standIns.css';

/** More of them say nothing any more; the log and the fish table have all. */
const MOST = 16;

/** While a run goes: an arc from each node whose fish stopped to the one that stands in for it. */
export function StandIns() {
  // As text, so that the same stand-ins are the same.
  const text = useRunSlowly(useShownRun(), (run) => {
    if (!isActive(run.state)) return '';
    const document = activeTab(useDocuments.getState())?.document ?? null;
    const now = standIns(run, document);
    return now.length === 0 ? '' : JSON.stringify(now.slice(0, MOST));
  });
  if (text === undefined || text === '') return null;
  const now = JSON.parse(text) as readonly StandIn[]; // written above
  return (
    <ViewportPortal>
      {now.map((one) => (
        <Arc key={`${one.from} ${one.to}`} {...one} />
      ))}
    </ViewportPortal>
  );
}

function Arc({ id, from, to, text }: StandIn) {
  const ends = useStore(({ nodeLookup }) =>
    JSON.stringify(
      [from, to].map((node) => {
        const found = nodeLookup.get(node);
        if (found === undefined || found.hidden === true) return null;
        const { x, y } = found.internals.positionAbsolute;
        return { x, y, width: found.measured.width ?? 0, height: found.measured.height ?? 0 };
      }),
    ),
  );
  const [start, end] = JSON.parse(ends) as (Box | null)[]; // written above
  if (start == null || end == null) return null;
  const { path, middle, tip } = arc(start, end);
  return (
    <div className="stand-in" data-stand-in={`${from} ${to}`}>
      <svg aria-hidden="true">
        <path className="stand-in-line" d={path} />
        <path key={id} className="stand-in-dots" d={path} />
        <circle cx={tip.x} cy={tip.y} r={4} />
      </svg>
      <span style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}>
        {text}
      </span>
    </div>
  );
}
