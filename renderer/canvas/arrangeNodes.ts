import type { NodeId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { applyLayout } from '../documents/applyLayout.ts';
import { moveNodes } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { notify } from '../ui/notices.ts';
import { arrange } from './arrange.ts';
import { useCanvas, zoomTo } from './canvasStore.ts';
import { glide } from './focusItem.ts';

/** The part of a document that is these nodes and the links between them. */
function partOf(document: SwarmDocument, nodes: readonly NodeId[]): SwarmDocument {
  const kept = new Set<string>(nodes);
  return {
    ...document,
    // By themselves, in no frame: their frames stay where they are.
    nodes: Object.fromEntries(
      Object.entries(document.nodes).flatMap(([id, { group: _, ...node }]) =>
        kept.has(id) ? [[id, node]] : [],
      ),
    ),
    links: Object.fromEntries(
      Object.entries(document.links).filter(([, { from, to }]) => kept.has(from.node) && kept.has(to.node)),
    ),
    groups: {},
  };
}

/** More nodes than this are at their places at once: their way there would be a frame or two. */
const MOST_GLIDING = 300;

/** Puts nodes in order from left to right, all of them for null, as one step; they glide to their places. */
export async function arrangeNodes(nodes: readonly NodeId[] | null): Promise<void> {
  const tab = currentTab();
  if (tab === null) return;
  try {
    const layout = await arrange(
      nodes === null ? tab.document : partOf(tab.document, nodes),
      nodes === null ? tab.inside : null,
    );
    if (currentTab()?.document !== tab.document) return; // edited meanwhile: the places no longer fit
    const moved = layout.moves.nodes.length;
    const pause = moved > MOST_GLIDING ? 0 : glide();
    useCanvas.setState({ glideUntil: performance.now() + pause });
    if (nodes === null) applyLayout(layout);
    else moveNodes(layout.moves.nodes, t`arrange the selected nodes`);
    if (nodes === null) setTimeout(() => zoomTo(), pause + 30);
  } catch (thrown) {
    notify(t`The nodes could not be arranged: ${toShuuraiError(thrown).message}`, 'bad');
  }
}
