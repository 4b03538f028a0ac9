import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { activeTab, useActiveDocument, useDocuments } from '../../documents/store.ts';
import { isWell, lookOf, lookWord } from '../../live/fishLook.ts';
import { accuracyOfNode, fishOfNodes, meanOfNodes } from '../../live/groupRun.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { nodeTitle } from '../ports.ts';
import { SPARK, sparkPathOf } from '../sparkPath.ts';

/** Parts that are shown one by one; of more only the mean. */
const MOST_PARTS = 4;

/**
 * How the fish of a group and its parts do in the run that is shown. Without one the places are there, too, so that nothing
 * jumps when a run begins; nothing where there are no fish.
 */
export function GroupMetrics({ nodes }: { nodes: readonly NodeId[] }) {
  const hasFish = useDocuments((state) => {
    const document = activeTab(state)?.document;
    return nodes.some((id) => document?.nodes[id]?.kind === 'fish');
  });
  return hasFish ? <Metrics nodes={nodes} /> : null;
}

/** "3 dead · 1 frozen": whoever is not well; empty while all are, or nobody has begun. */
function troubleOf(run: LiveRun, nodes: readonly NodeId[]): string {
  const looks = fishOfNodes(run, nodes).map(({ id }) => lookOf(run, id));
  if (looks.some(({ state }) => state === 'waiting')) return '';
  const counts = Map.groupBy(
    looks.filter((look) => !isWell(look)),
    lookWord,
  );
  return [...counts].map(([word, all]) => `${all.length} ${word}`).join(' · ');
}

function Metrics({ nodes }: { nodes: readonly NodeId[] }) {
  const document = useActiveDocument();
  const path = useNodeRun((run) => sparkPathOf(run, fishOfNodes(run, nodes))) ?? '';
  const language = useNodeRun((run) => run.task === 'language-modelling') ?? false;
  const accuracy = useNodeRun((run) => meanOfNodes(run, nodes, 'accuracy'));
  const loss = useNodeRun((run) => meanOfNodes(run, nodes, language ? 'perplexity' : 'loss'));
  const trouble = useNodeRun((run) => troubleOf(run, nodes)) ?? '';
  const parts = nodes.filter((id) => {
    const kind = document?.nodes[id]?.kind ?? '';
    return kind === 'fish' || kindOf(kind)?.family === 'decide';
  });
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
        parts.map((id) => <PartRow key={id} id={id} />)}
    </>
  );
}

function PartRow({ id }: { id: NodeId }) {
  const node = useActiveDocument()?.nodes[id];
  const accuracy = useNodeRun((run) => accuracyOfNode(run, id));
  return (
    <div className="row group-part">
      <span className="clip">{node === undefined ? id : nodeTitle(node)}</span>
      <span className="num">{formatPercent(accuracy)}</span>
    </div>
  );
}
