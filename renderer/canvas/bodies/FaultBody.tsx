import type { SwarmNode } from '#engine/document/schema.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { useRun } from '../../live/runStore.ts';

/** What will break and when; in a run, whether it has. */
export function FaultBody({ node }: { node: SwarmNode }) {
  const round = useRun(useShownRun(), (run) => run.round) ?? 0;
  const { fish, round: strikes, returnRound } = node.params;
  const at = Number(strikes);
  const back = Number(returnRound);
  const happened = round >= at;
  const returned = back > 0 && round >= back;
  return (
    <>
      <div className="row">
        <span className="clip">kill {fish === 'all' ? 'all fish' : `fish ${String(fish)}`}</span>
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
