import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { useShownRun } from '../documents/useShown.ts';
import { nodeWord } from '../live/nodeWord.ts';
import { fishOfNode } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { STATE_WORDS } from '../runs/history/runWords.ts';

/** "running", "paused", "dead", "frozen": the state of a node's fish in the shown run. */
export function NodeStatus({ node }: { node: NodeId }) {
  const runId = useShownRun();
  const state = useRun(runId, (run) =>
    fishOfNode(run, node).length === 0 || !isActive(run.state) ? null : run.state,
  );
  // As text, so that the same word is the same.
  const word = useRun(runId, (run) => JSON.stringify(nodeWord(run, node)));
  if (state === undefined || state === null) return null;
  const own = JSON.parse(word ?? 'null') as ReturnType<typeof nodeWord>; // written above
  if (own !== null) return <span className={`pill ${own.tone}`}>{own.word}</span>;
  return (
    <span className={`pill ${state === 'running' ? 'ok' : 'warn'}`}>
      {state === 'loading' ? t`loading…` : STATE_WORDS[state]}
    </span>
  );
}
