import { useStore, ViewportPortal } from '@xyflow/react';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { isActive } from '../live/liveRun.ts';
import { type StandIn, standIns } from '../live/standIns.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
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
        return { x: x + (found.measured.width ?? 0) / 2, y };
      }),
    ),
  );
  const [start, end] = JSON.parse(ends) as ({ readonly x: number; readonly y: number } | null)[]; // written above
  if (start == null || end == null) return null;
  const top = Math.min(start.y, end.y) - 40 - Math.min(80, Math.abs(start.x - end.x) / 6);
  const path = `M ${start.x} ${start.y - 4} C ${start.x} ${top}, ${end.x} ${top}, ${end.x} ${end.y - 4}`;
  // The middle of the curve: an eighth of each end, three of each control point.
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y - 8) / 8 + (top * 3) / 4 };
  return (
    <div className="stand-in" data-stand-in={`${from} ${to}`}>
      <svg aria-hidden="true">
        <path className="stand-in-line" d={path} />
        <path key={id} className="stand-in-dots" d={path} />
        <circle cx={end.x} cy={end.y - 4} r={4} />
      </svg>
      <span style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}>
        {text}
      </span>
    </div>
  );
}
