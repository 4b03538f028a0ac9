import type { SwarmNode } from '#engine/document/schema.ts';
import { useNodeRun } from '../nodeSight.ts';

/** What will break and when; in a run, whether it has. */
export function FaultBody({ node }: { node: SwarmNode }) {
  const { fish, round: strikes, returnRound } = node.params;
  const at = Number(strikes);
  const back = Number(returnRound);
  const happened = useNodeRun((run) => run.round >= at) ?? false;
  const returned = useNodeRun((run) => back > 0 && run.round >= back) ?? false;
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
