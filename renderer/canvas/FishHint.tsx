import { NodeToolbar, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { useRun } from '../live/runStore.ts';
import { FAR } from './canvasSettings.ts';
import { useFishMenu } from './fishMenuStore.ts';
import './fishHint.css';
import { BAR_GAP, useFreePlace } from './useFreePlace.ts';

/** About what it takes in pixels: a letter, a line, the room round the words with the button, and how wide it may be. */
const LETTER = 6.8;
const LINE = 18;
const AROUND = { width: 110, height: 24 };
const WIDTH = 440;

/** Hints that were seen and need not come again; remembered by the browser. */
const useHints = create<{ readonly fish: boolean }>()(
  persist((): { fish: boolean } => ({ fish: false }), { name: 'shuurai.hints' }),
);

/** The first time a swarm runs: that its fish can be clicked. Gone for good once it was read, or a fish was clicked. */
export function FishHint() {
  const seen = useHints((hints) => hints.fish);
  const far = useStore((state) => state.transform[2] < FAR);
  return seen || far ? null : <Hint />;
}

function Hint() {
  const runId = useShownRun();
  const node = useRun(runId, (run) =>
    run.state === 'running' && run.round > 0 ? run.fish[0]?.nodeId : undefined,
  );
  const shown = useDocuments((state) =>
    node === undefined ? false : activeTab(state)?.document.nodes[node as NodeId] !== undefined,
  );
  const menu = useFishMenu((state) => state.open !== null);
  const chosen = useDocuments((state) => {
    const tab = activeTab(state);
    return tab?.selection.nodes.some((id) => tab.document.nodes[id]?.kind === 'fish') ?? false;
  });
  const found = menu || chosen;
  useEffect(() => {
    if (found) useHints.setState({ fish: true });
  }, [found]);
  return node === undefined || !shown ? null : <Words node={node} />;
}

function Words({ node }: { readonly node: string }) {
  const text = t`Click a fish to kill, freeze or replace it.`;
  const length = LETTER * text.length + AROUND.width;
  const { position, align, covers } = useFreePlace(node, [
    { width: Math.min(length, WIDTH), height: (length > WIDTH ? 2 : 1) * LINE + AROUND.height },
  ]);
  const words = (
    <>
      <p>{text}</p>
      <button type="button" className="btn small" onClick={() => useHints.setState({ fish: true })}>
        {t`Got it`}
      </button>
    </>
  );
  // Where it would lie over others it has the place of notices, over the canvas.
  if (covers) return <div className="fish-hint docked nopan">{words}</div>;
  return (
    <NodeToolbar
      nodeId={node}
      isVisible
      position={position}
      align={align}
      offset={BAR_GAP}
      className={`fish-hint ${position} ${align} nopan`}
    >
      {words}
    </NodeToolbar>
  );
}
