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

/** About what the bar takes, in pixels: a button of a glyph, one of words without their letters, a letter. */
const BUTTON = 32;
const WORD = 40;
const LETTER = 6.7;
const HEIGHT = 28;

/** Over the selected fish of a running swarm: what can be done to it, in plain sight; where words would cover something, by glyphs. One for the whole canvas. */
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
  const actions = [
    { command: killSelectedFish, label: several ? t`Kill a fish` : t`Kill` },
    ...(dead ? [{ command: reviveSelectedFish, label: several ? t`Revive a fish` : t`Revive` }] : []),
    { command: freezeFish, label: several ? t`Freeze a fish` : t`Freeze` },
  ];
  const more = several ? 0 : BUTTON;
  const words = actions.reduce((width, { label }) => width + WORD + LETTER * label.length, more);
  const { position, align, bar } = useFreePlace(node, [
    { width: words, height: HEIGHT },
    { width: BUTTON * actions.length + more, height: HEIGHT },
  ]);
  if (runId === null || first === undefined) return null;
  return (
    <NodeToolbar
      nodeId={node}
      isVisible
      position={position}
      align={align}
      offset={BAR_GAP}
      className="fish-toolbar nodrag nopan"
    >
      {actions.map(({ command, label }) => (
        <CommandButton key={command.id} command={command} label={label} look={bar === 0 ? 'plain' : 'icon'} />
      ))}
      {!several && <FishMore runId={runId} fish={first} name={t`this fish`} />}
    </NodeToolbar>
  );
}
