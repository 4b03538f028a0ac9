import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { isWell, lookOf, lookWord } from '../../live/fishLook.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { fishOfNode, meanOfFish } from '../../live/runFish.ts';
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
            <span>{t`layers × width`}</span>
            <span className="num">
              {String(node.params.layers)} × {String(node.params.width)}
            </span>
          </div>
          <div className="row">
            <span>{t`learning rate`}</span>
            <span className="num">{String(node.params.learningRate)}</span>
          </div>
        </>
      )}
    </>
  );
}

/** "2 dead", "1 frozen", "3 noisy": whoever of a school is not well while others are. */
function someWord(run: LiveRun, id: NodeId): string {
  const looks = fishOfNode(run, id).map((fish) => lookOf(run, fish.id));
  const counts = new Map<string, number>();
  for (const look of looks) {
    if (!isWell(look)) counts.set(lookWord(look), (counts.get(lookWord(look)) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined || most[1] === looks.length || looks.some(({ state }) => state === 'waiting')
    ? ''
    : `${most[1]} ${most[0]}`;
}

function FishMetrics({ id }: { id: NodeId }) {
  const language = useNodeRun((run) => run.task === 'language-modelling') ?? false;
  const accuracy = useNodeRun((run) => meanOfFish(run, id, 'accuracy'));
  const loss = useNodeRun((run) => meanOfFish(run, id, language ? 'perplexity' : 'loss'));
  const some = useNodeRun((run) => someWord(run, id)) ?? '';
  return (
    <div className="row">
      {language ? <span>{t`perplexity`}</span> : <span>{t`accuracy`}</span>}
      {some !== '' && (
        <span
          className={`pill ${/dead|failed/.test(some) ? 'bad' : /frozen|removed/.test(some) ? '' : 'warn'}`}
        >
          {some}
        </span>
      )}
      <span className="num">{language ? formatValue(loss) : formatPercent(accuracy)}</span>
    </div>
  );
}
