import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { type FishLook, isWell, lookOf, lookTone, lookWord } from '../../live/fishLook.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { fishOfNode, meanOfFish } from '../../live/runFish.ts';
import { useRun } from '../../live/runStore.ts';
import { formatPercent, formatValue, numberText } from '../../ui/format.ts';
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
            <span className="num">{numberText(node.params.learningRate)}</span>
          </div>
        </>
      )}
    </>
  );
}

const GRAVEST: readonly ReturnType<typeof lookTone>[] = ['bad', 'warn', 'cold', '', 'ok'];

/** "2 dead", "1 frozen", "3 noisy": the gravest of what a school suffers while others of it are well, and in what colour it is said. */
function someWord(run: LiveRun, id: NodeId): readonly [word: string, tone: string] {
  const looks = fishOfNode(run, id).map((fish) => lookOf(run, fish.id));
  const ailing = Map.groupBy(
    looks.filter((look) => !isWell(look)),
    lookWord,
  );
  const gravity = ([look]: readonly FishLook[]): number =>
    GRAVEST.indexOf(look === undefined ? '' : lookTone(look));
  const [most] = [...ailing].sort(([, a], [, b]) => gravity(a) - gravity(b) || b.length - a.length);
  const isAll = most?.[1].length === looks.length;
  if (most === undefined || isAll || looks.some(({ state }) => state === 'waiting')) return ['', ''];
  const [word, alike] = most;
  return [`${alike.length} ${word}`, lookTone(alike[0]!)]; // groups have members
}

function FishMetrics({ id }: { id: NodeId }) {
  const language = useNodeRun((run) => run.task === 'language-modelling') ?? false;
  const accuracy = useNodeRun((run) => meanOfFish(run, id, 'accuracy'));
  const loss = useNodeRun((run) => meanOfFish(run, id, language ? 'perplexity' : 'loss'));
  // As text, so that the same word is the same.
  const said = useNodeRun((run) => JSON.stringify(someWord(run, id))) ?? '["", ""]';
  const [some, tone] = JSON.parse(said) as [string, string]; // written in the line above
  return (
    <div className="row">
      {language ? <span>{t`perplexity`}</span> : <span>{t`accuracy`}</span>}
      {some !== '' && <span className={`pill ${tone}`}>{some}</span>}
      <span className="num">{language ? formatValue(loss) : formatPercent(accuracy)}</span>
    </div>
  );
}
