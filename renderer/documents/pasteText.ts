import type { NodeId } from '#engine/core/brand.ts';
import { canvasCentre } from '../canvas/canvasStore.ts';
import { plural } from '../ui/format.ts';
import { notify } from '../ui/notices.ts';
import { fromClipboard, middleOf, pasteInto } from './clipboard.ts';
import { editActive, select } from './store.ts';

let lastText = '';
let repeats = 0;

/** Puts copied nodes into the active document; foreign text is left alone with a word why. */
export function pasteText(text: string): void {
  const content = fromClipboard(text);
  if (content === null) {
    notify('The clipboard holds no nodes of a swarm.', 'warn');
    return;
  }
  // The same text again lands beside the last copy instead of on it.
  repeats = text === lastText ? repeats + 1 : 0;
  lastText = text;
  const middle = middleOf(content);
  const { flow } = canvasCentre();
  const shift = 28 * repeats;
  const offset = { x: Math.round(flow.x - middle.x - 98) + shift, y: Math.round(flow.y - middle.y) + shift };
  let pasted: readonly NodeId[] = [];
  editActive(`paste ${plural(Object.keys(content.nodes).length, 'node')}`, (draft) => {
    pasted = pasteInto(draft, content, offset);
  });
  select({ nodes: pasted });
}
