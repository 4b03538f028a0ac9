import type { SwarmNode } from '#engine/document/schema.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { useRun } from '../../live/runStore.ts';
import { formatPercent } from '../../ui/format.ts';

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
  const round = useRun(useShownRun(), (run) => run.round) ?? 0;
  const { kind, fish, when, round: strikes, returnRound, rate, lasts } = node.params;
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
  const at = Number(strikes);
  const back = kind === 'noise' ? 0 : Number(returnRound);
  const happened = round >= at;
  const returned = back > 0 && round >= back;
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
