import { NodeToolbar } from '@xyflow/react';
import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { freezeFish } from '../commands/freezeFish.ts';
import { killSelectedFish } from '../commands/killSelectedFish.ts';
import { reviveSelectedFish } from '../commands/reviveSelectedFish.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { FishMore } from '../inspector/FishMore.tsx';
import { fishOfNode, isDead } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import './fishHint.css';
import { BAR_GAP, useFreePlace } from './useFreePlace.ts';

/** Over the selected fish of a running swarm: what can be done to it, in plain sight. One for the whole canvas. */
export function FishToolbar() {
  const node = useDocuments((state) => {
    const tab = activeTab(state);
    const [only, other] = tab?.selection.nodes ?? [];
    if (tab === null || only === undefined || other !== undefined) return null;
    return tab.document.nodes[only]?.kind === 'fish' ? only : null;
  });
  return node === null ? null : <Toolbar node={node} />;
}

function Toolbar({ node }: { readonly node: NodeId }) {
  const runId = useShownRun();
  const first = useRun(runId, (run) => (isActive(run.state) ? fishOfNode(run, node)[0]?.id : undefined));
  const several = useRun(runId, (run) => fishOfNode(run, node).length > 1) ?? false;
  const dead = useRun(runId, (run) => fishOfNode(run, node).some(({ id }) => isDead(run, id))) ?? false;
  const place = useFreePlace(node, several ? 390 : 300, 32);
  if (runId === null || first === undefined) return null;
  return (
    <NodeToolbar nodeId={node} isVisible {...place} offset={BAR_GAP} className="fish-toolbar nodrag nopan">
      <CommandButton command={killSelectedFish} label={several ? t`Kill a fish` : t`Kill`} />
      {dead && <CommandButton command={reviveSelectedFish} label={several ? t`Revive a fish` : t`Revive`} />}
      <CommandButton command={freezeFish} label={several ? t`Freeze a fish` : t`Freeze`} />
      {!several && <FishMore runId={runId} fish={first} name={t`this fish`} />}
    </NodeToolbar>
  );
}
