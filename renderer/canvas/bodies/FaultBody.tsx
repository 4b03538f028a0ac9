import type { SwarmNode } from '#engine/document/schema.ts';
import { formatPercent } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';

const VERB: Readonly<Record<string, string>> = {
  crash: 'kill',
  straggler: 'slow',
  'message-loss': 'silence',
  noise: 'spoil',
  'sign-flip': 'invert',
  'label-flip': 'mislead',
};

/** What will break and when; in a run, whether it has. */
export function FaultBody({ node }: { node: SwarmNode }) {
  const { kind, fish, when, round: strikes, returnRound, rate, lasts } = node.params;
  const at = Number(strikes);
  const back = kind === 'noise' ? 0 : Number(returnRound);
  const happened = useNodeRun((run) => run.round >= at) ?? false;
  const returned = useNodeRun((run) => back > 0 && run.round >= back) ?? false;
  const verb = VERB[String(kind)] ?? 'kill';
  const who = `${verb} ${fish === 'all' ? 'all fish' : `fish ${String(fish)}`}`;
  if (when === 'random') {
    return (
      <>
        <div className="row">
          <span className="clip">{who}</span>
          <span className="pill">{formatPercent(Number(rate))} a round</span>
        </div>
        {Number(lasts) > 0 && (
          <div className="row">
            <span>for</span>
            <span className="num">{Number(lasts)} rounds</span>
          </div>
        )}
      </>
    );
  }
  return (
    <>
      <div className="row">
        <span className="clip">{who}</span>
        {happened ? (
          <span className={`pill ${returned ? 'ok' : 'bad'}`}>{returned ? 'returned' : 'happened'}</span>
        ) : (
          <span className="pill">round {at}</span>
        )}
      </div>
      {back > 0 && (
        <div className="row">
          <span>back at</span>
          <span className="num">round {back}</span>
        </div>
      )}
    </>
  );
}
