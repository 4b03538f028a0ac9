import type { NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { placeToPut } from '../canvas/pointerPlace.ts';
import { notify } from '../ui/notices.ts';
import { type ClipboardNodes, fromClipboard, middleOf, pasteInto } from './clipboard.ts';
import { currentTab, editActive, select } from './store.ts';

const SHIFT = 32;
let last = '';
let repeats = 0;

/** Puts copied nodes into the active document; foreign text is left alone with a word why. */
export function pasteText(text: string): void {
  const content = fromClipboard(text);
  if (content === null) {
    notify(t`The clipboard holds no nodes of a swarm.`, 'warn');
    return;
  }
  const middle = middleOf(content);
  const { flow } = placeToPut();
  // The same text again at the same place lands beside the last copy instead of on it.
  const now = `${Math.round(flow.x)} ${Math.round(flow.y)} ${text}`;
  repeats = now === last ? repeats + 1 : 0;
  last = now;
  const offset = clearOffset(content, {
    x: Math.round(flow.x - middle.x - 98) + SHIFT * repeats,
    y: Math.round(flow.y - middle.y) + SHIFT * repeats,
  });
  let pasted: readonly NodeId[] = [];
  editActive(counted(Object.keys(content.nodes).length, 'paste {0} node', 'paste {0} nodes'), (draft) => {
    pasted = pasteInto(draft, content, offset);
  });
  select({ nodes: pasted });
}

/** Moves an offset on until no copy lies on a node. */
function clearOffset(content: ClipboardNodes, wanted: { x: number; y: number }): { x: number; y: number } {
  const there = Object.values(currentTab()?.document.nodes ?? {}).map((node) => node.position);
  const offset = { ...wanted };
  const covers = (): boolean =>
    Object.values(content.nodes).some(({ position }) =>
      there.some(
        (at) =>
          Math.abs(at.x - position.x - offset.x) < SHIFT - 2 &&
          Math.abs(at.y - position.y - offset.y) < SHIFT - 2,
      ),
    );
  while (covers()) {
    offset.x += SHIFT;
    offset.y += SHIFT;
  }
  return offset;
}
