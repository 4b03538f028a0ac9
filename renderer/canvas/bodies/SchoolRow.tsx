import type { NodeId } from '#engine/core/brand.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { useDocuments } from '../../documents/store.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { lookClass, lookOf, lookWord } from '../../live/fishLook.ts';
import { fishIdsOf, fishOfNode } from '../../live/runFish.ts';
import { useRun } from '../../live/runStore.ts';
import { lightUp, useHighlight } from '../../runs/highlight.ts';
import { FishGlyph } from '../../ui/FishGlyph.tsx';
import { openFishMenu } from '../fishMenuStore.ts';
import './schoolRow.css';

const MANY = 8;

/** One glyph a fish; in a running swarm a button with what can be done to it. */
export function SchoolRow({ node }: { node: NodeId }) {
  const runId = useShownRun();
  const planned = useDocuments((state) => {
    const document = state.tabs.find((tab) => tab.id === state.activeId)?.document;
    const found = document?.nodes[node];
    return found === undefined ? '' : fishIdsOf(node, found).join(' ');
  });
  const running = useRun(runId, (run) => fishOfNode(run, node));
  const ids = running !== undefined && running.length > 0 ? running.map(({ id }) => id) : planned.split(' ');
  return (
    <div className={`school-row ${ids.length > MANY ? 'many' : ''}`}>
      {ids.map((id) => (
        <SchoolFish key={id} id={id} node={node} width={ids.length > MANY ? 13 : 17} />
      ))}
    </div>
  );
}

function SchoolFish({ id, node, width }: { id: string; node: NodeId; width: number }) {
  const runId = useShownRun();
  const state = useRun(runId, (run) => run.fishState[id]) ?? 'planned';
  // As text, so that a fish renders again only when its own look changes.
  const look = useRun(runId, (run) =>
    JSON.stringify([lookClass(lookOf(run, id)), lookWord(lookOf(run, id))]),
  );
  const [shown, word] = JSON.parse(look ?? '["", ""]') as [string, string]; // written in the line above
  const name = useRun(runId, (run) => run.fish.find((fish) => fish.id === id)?.name) ?? id;
  const live = useRun(runId, (run) => isActive(run.state)) ?? false;
  const lit = useHighlight(({ fish }) => fish === id && id !== node);
  const className = `school-fish ${state === 'planned' ? state : shown} ${lit ? 'lit' : ''}`;
  const pointing = { onPointerEnter: () => lightUp(id), onPointerLeave: () => lightUp(node) };
  if (!live || runId === null || state === 'planned') {
    return (
      <span className={className} data-fish={id} data-state={state} {...pointing}>
        <FishGlyph width={width} />
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${className} nodrag nopan`}
      data-fish={id}
      data-state={state}
      title={`${name}: ${word}`}
      aria-label={`${name}, ${word}`}
      aria-haspopup="menu"
      {...pointing}
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        openFishMenu({ runId, fish: id, x: box.left, y: box.bottom + 4 });
      }}
    >
      <FishGlyph width={width} />
    </button>
  );
}
