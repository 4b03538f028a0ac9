import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { useActiveDocument } from '../../documents/store.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { lookOf, lookWord } from '../../live/fishLook.ts';
import { accuracyOfNode, fishOfNodes, meanOfNodes } from '../../live/groupRun.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { useRun } from '../../live/runStore.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { nodeTitle } from '../ports.ts';
import { SPARK, sparkPathOf } from '../sparkPath.ts';

/** Parts that are shown one by one; of more only the mean. */
const MOST_PARTS = 4;

/** How the fish of a group and its parts do in the run that is shown; nothing without one. */
export function GroupMetrics({ nodes }: { nodes: readonly NodeId[] }) {
  const inRun = useRun(useShownRun(), (run) => fishOfNodes(run, nodes).length > 0) ?? false;
  return inRun ? <Running nodes={nodes} /> : null;
}

/** "3 dead · 1 frozen": whoever is not well; empty while all are, or nobody has begun. */
function troubleOf(run: LiveRun, nodes: readonly NodeId[]): string {
  const words = fishOfNodes(run, nodes).map(({ id }) => lookWord(lookOf(run, id)));
  if (words.includes('waiting')) return '';
  const counts = Map.groupBy(
    words.filter((word) => word !== 'live'),
    (word) => word,
  );
  return [...counts].map(([word, all]) => `${all.length} ${word}`).join(' · ');
}

function Running({ nodes }: { nodes: readonly NodeId[] }) {
  const document = useActiveDocument();
  const path = useNodeRun((run) => sparkPathOf(run, fishOfNodes(run, nodes))) ?? '';
  const language = useNodeRun((run) => run.task === 'language-modelling') ?? false;
  const accuracy = useNodeRun((run) => meanOfNodes(run, nodes, 'accuracy'));
  const loss = useNodeRun((run) => meanOfNodes(run, nodes, language ? 'perplexity' : 'loss'));
  const trouble = useNodeRun((run) => troubleOf(run, nodes)) ?? '';
  // As text, so that equal numbers are the same.
  const parts = JSON.parse(
    useNodeRun((run) =>
      JSON.stringify(
        nodes.flatMap((id) => {
          const value = accuracyOfNode(run, id);
          return value === undefined ? [] : [[id, value]];
        }),
      ),
    ) ?? '[]',
  ) as [NodeId, number][]; // written in the lines above
  return (
    <>
      <svg
        className="sparkline"
        width="100%"
        height={SPARK.height}
        viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {path === '' ? (
          <path className="sparkline-empty" d={`M0 ${SPARK.height - 2}H${SPARK.width}`} />
        ) : (
          <path d={path} vectorEffect="non-scaling-stroke" />
        )}
      </svg>
      <div className="row">
        <span>{language ? t`perplexity` : t`mean fish`}</span>
        {trouble !== '' && <span className="pill warn clip">{trouble}</span>}
        <span className="num">
          {language ? formatValue(loss) : `${formatPercent(accuracy)} · ${formatValue(loss)}`}
        </span>
      </div>
      {!language &&
        parts.length > 1 &&
        parts.length <= MOST_PARTS &&
        parts.map(([id, value]) => (
          <div key={id} className="row group-part">
            <span className="clip">
              {document?.nodes[id] === undefined ? id : nodeTitle(document.nodes[id])}
            </span>
            <span className="num">{formatPercent(value)}</span>
          </div>
        ))}
    </>
  );
}
