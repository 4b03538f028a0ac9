import type { NodeId } from '#engine/core/brand.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { nodeSeries } from '#engine/protocol/series.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { isDead } from '../../live/runFish.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';

interface Weight {
  readonly source: string;
  readonly weight: number;
}

/**
 * How much an aggregator trusts each voice, from its `weight/<source>` series, or the part each voice has in its answers
 * where it decides text by text (`part/<source>`); empty where it has neither.
 */
export function weightsOf(run: Pick<LiveRun, 'latest' | 'fishState'>, node: NodeId): readonly Weight[] {
  const found: Weight[] = [];
  const prefixes = ['weight/', 'part/'].map((kind) => nodeSeries(node, kind));
  for (const name in run.latest) {
    const prefix = prefixes.find((start) => name.startsWith(start));
    if (prefix === undefined) continue;
    const source = name.slice(prefix.length);
    found.push({ source, weight: isDead(run, source) ? 0 : (run.latest[name] ?? 0) });
  }
  return found;
}

const RULES: Record<string, string> = {
  average: 'mean of',
  weighted: 'weights by',
  vote: 'ties to',
  robust: 'middle by',
  stacking: 'steps a round',
  gate: 'gate',
  cascade: 'sure from',
};
const CHOICES: Record<string, string> = {
  average: 'of',
  weighted: 'by',
  vote: 'ties',
  robust: 'by',
  stacking: 'steps',
  gate: 'mode',
  cascade: 'threshold',
};

/** What an aggregator decides and whom it trusts; before a run, its rule. */
export function AggregatorBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  const accuracy = useNodeRun((run) => run.latest[`node/${id}/accuracy`]);
  const loss = useNodeRun((run) => run.latest[`node/${id}/perplexity`] ?? run.latest[`node/${id}/loss`]);
  const cost = useNodeRun((run) => run.latest[`node/${id}/cost`]);
  // As text, so that equal weights are the same.
  const weightText = useNodeRun((run) => JSON.stringify(weightsOf(run, id))) ?? '[]';
  const weights = JSON.parse(weightText) as readonly Weight[]; // written in the line above
  const measured = accuracy !== undefined || loss !== undefined;
  return (
    <>
      <div className="row">
        <span>{RULES[node.kind] ?? 'rule'}</span>
        <span className="num">{String(node.params[CHOICES[node.kind] ?? ''] ?? '–')}</span>
      </div>
      {weights.length > 1 && (
        <div className="weight-bars" role="img" aria-label={`Weights of ${weights.length} voices`}>
          {weights.map(({ source, weight }) => (
            <i
              key={source}
              title={`${source}: ${formatPercent(weight)}`}
              style={{ height: `${heightOf(weight, weights)}%` }}
            />
          ))}
        </div>
      )}
      {cost !== undefined && (
        <div className="row">
          <span>cost</span>
          <span className="num">{formatValue(cost)}</span>
        </div>
      )}
      {measured && (
        <div className="row">
          <span>{accuracy === undefined ? 'loss' : 'accuracy'}</span>
          <span className="num">{accuracy === undefined ? formatValue(loss) : formatPercent(accuracy)}</span>
        </div>
      )}
    </>
  );
}

function heightOf(weight: number, weights: readonly Weight[]): number {
  const most = Math.max(...weights.map((entry) => entry.weight), 1e-9);
  return Math.max(6, (100 * weight) / most);
}
