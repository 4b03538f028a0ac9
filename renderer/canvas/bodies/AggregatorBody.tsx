import type { NodeId } from '#engine/core/brand.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { parseSeries } from '#engine/protocol/series.ts';
import { useShownRun } from '../../documents/useShown.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { isDead } from '../../live/runFish.ts';
import { useRunSlowly } from '../../live/useRunSlowly.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';

interface Weight {
  readonly source: string;
  readonly weight: number;
}

/** How much an aggregator trusts each voice, from its `weight/<source>` series; equal ones where it has none. */
export function weightsOf(run: Pick<LiveRun, 'latest' | 'fishState'>, node: NodeId): readonly Weight[] {
  const found: Weight[] = [];
  for (const [name, weight] of Object.entries(run.latest)) {
    const series = parseSeries(name);
    if (series?.scope !== 'node' || series.subject !== node || !series.metric.startsWith('weight/')) continue;
    const source = series.metric.slice('weight/'.length);
    found.push({ source, weight: isDead(run, source) ? 0 : weight });
  }
  return found;
}

const RULES: Record<string, string> = { average: 'mean of', weighted: 'weights by', vote: 'ties to' };
const CHOICES: Record<string, string> = { average: 'of', weighted: 'by', vote: 'ties' };

/** What an aggregator decides and whom it trusts; before a run, its rule. */
export function AggregatorBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  const run = useRunSlowly(useShownRun(), (current) => current);
  const accuracy = run?.latest[`node/${id}/accuracy`];
  const loss = run?.latest[`node/${id}/perplexity`] ?? run?.latest[`node/${id}/loss`];
  const weights = run === undefined ? [] : weightsOf(run, id);
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
