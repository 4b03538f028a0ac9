import type { NodeId } from '#engine/core/brand.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { fishOfNode, isDead, meanOfFish } from '../../live/runFish.ts';
import { useRun } from '../../live/runStore.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { Sparkline } from '../Sparkline.tsx';
import { SchoolRow } from './SchoolRow.tsx';

/** A fish or a school: who lives, how the loss goes, how well it answers; before a run, its shape. */
export function FishBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  const runId = useShownRun();
  const inRun = useRun(runId, (run) => fishOfNode(run, id).length > 0) ?? false;
  return (
    <>
      <SchoolRow node={id} />
      {inRun ? (
        <>
          <Sparkline node={id} />
          <FishMetrics id={id} />
        </>
      ) : (
        <>
          <div className="row">
            <span>layers × width</span>
            <span className="num">
              {String(node.params.layers)} × {String(node.params.width)}
            </span>
          </div>
          <div className="row">
            <span>learning rate</span>
            <span className="num">{String(node.params.learningRate)}</span>
          </div>
        </>
      )}
    </>
  );
}

function FishMetrics({ id }: { id: NodeId }) {
  const language = useNodeRun((run) => run.task === 'language-modelling') ?? false;
  const accuracy = useNodeRun((run) => meanOfFish(run, id, 'accuracy'));
  const loss = useNodeRun((run) => meanOfFish(run, id, language ? 'perplexity' : 'loss'));
  const dead = useNodeRun((run) => fishOfNode(run, id).filter((fish) => isDead(run, fish.id)).length) ?? 0;
  const all = useNodeRun((run) => fishOfNode(run, id).length) ?? 0;
  return (
    <div className="row">
      {language ? <span>perplexity</span> : <span>accuracy</span>}
      {dead > 0 && dead < all && <span className="pill bad">{dead} dead</span>}
      <span className="num">{language ? formatValue(loss) : formatPercent(accuracy)}</span>
    </div>
  );
}
