import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { BodyRow } from './BodyRow.tsx';
import { SourceBars } from './SourceBars.tsx';
import type { Part } from './sourceParts.ts';

/** Mean trust a controller has in each source it decides about, from its last decision. */
function trustOf(run: Pick<LiveRun, 'topologies'>, controller: string): readonly Part[] {
  const last = run.topologies[controller]?.at(-1);
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { from, trust } of last?.links ?? []) {
    const entry = sums.get(from) ?? { sum: 0, count: 0 };
    sums.set(from, { sum: entry.sum + trust, count: entry.count + 1 });
  }
  return [...sums].map(([source, { sum, count }]) => ({ source, value: sum / count }));
}

const ROWS = {
  organise: [
    ['utility', 'utility', formatPercent],
    ['utility of talk', 'talkUtility', formatPercent],
    ['modularity', 'modularity', formatValue],
    ['parts', 'parts', String],
  ],
  reinforce: [['reward', 'reward', formatValue]],
} as const;

/** Whom a controller trusts, and how well that goes; before a run, what it will do. */
export function ControllerBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  // As text, so that equal trust is the same.
  const text = useNodeRun((run) => JSON.stringify(trustOf(run, id))) ?? '[]';
  const parts = JSON.parse(text) as readonly Part[]; // written in the line above
  const rows = node.kind === 'reinforce' ? ROWS.reinforce : ROWS.organise;
  if (parts.length === 0) {
    return (
      <div className="note">
        {node.kind === 'reinforce'
          ? t`rewards whoever helps, once it runs`
          : t`decides who hears whom, once it runs`}
      </div>
    );
  }
  return (
    <>
      <SourceBars parts={parts} what={node.kind === 'reinforce' ? t`Reputations` : t`Trust`} />
      {rows.map(([label, metric, format]) => (
        <Figure key={metric} id={id} label={label} metric={metric} format={format} />
      ))}
    </>
  );
}

interface FigureProps {
  readonly id: NodeId;
  readonly label: string;
  readonly metric: string;
  readonly format: (value: number) => string;
}

function Figure({ id, label, metric, format }: FigureProps) {
  const value = useNodeRun((run) => run.latest[`node/${id}/${metric}`]);
  return value === undefined ? null : <BodyRow label={label}>{format(value)}</BodyRow>;
}
