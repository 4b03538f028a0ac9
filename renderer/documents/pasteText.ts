import type { CommentId, GroupId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { placeToPut } from '../canvas/pointerPlace.ts';
import { notify } from '../ui/notices.ts';
import { type ClipboardNodes, fromClipboard, middleOf, type Pasted, pasteInto } from './clipboard.ts';
import { describeThings } from './groupEdits.ts';
import { groupAt, growFrames } from './groupPlace.ts';
import { currentTab, editActive, nothingSelected, select } from './store.ts';

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
  insertContent(content, offset, (what) => t`paste ${what}`);
}

/** Puts copied content into the active document as one step and selects it. */
export function insertContent(
  content: ClipboardNodes,
  offset: { readonly x: number; readonly y: number },
  labelOf: (what: string) => string,
): void {
  const tab = currentTab();
  if (tab === null) return;
  const { document, inside } = tab;
  let pasted: Pasted = nothingSelected;
  editActive(labelOf(describeContent(content)), (draft) => {
    // By the middle of a usual node there.
    pasted = pasteInto(draft, content, offset, ({ x, y }) =>
      groupAt(document, { x: x + 98, y: y + 40 }, inside),
    );
    growFrames(draft, [
      ...pasted.nodes.map((id) => draft.nodes[id]?.group),
      ...pasted.groups.map((id) => draft.groups[id]?.parent),
      ...pasted.comments.map((id) => draft.comments[id]?.group),
    ]);
  });
  select(pasted);
}

/** "3 nodes": what was copied in words. */
const describeContent = ({ nodes, groups, comments }: ClipboardNodes): string =>
  describeThings({
    nodes: Object.keys(nodes) as NodeId[], // only counted
    groups: Object.keys(groups) as GroupId[],
    comments: Object.keys(comments) as CommentId[],
  });

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
