import { create } from 'zustand';
import type { CommentId, GroupId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { nextId } from '#engine/document/create.ts';
import type { SwarmComment, SwarmDocument } from '#engine/document/schema.ts';
import { nodeSize } from '../canvas/nodeSizes.ts';
import { type Box, groupAt, groupBox, growFrames, overlap } from './groupPlace.ts';
import { currentTab, editActive, select } from './store.ts';
import { viewOf } from './view.ts';

const SIZE = { width: 208, height: 96 };

/** The comment that the person is about to write in. */
export const useFreshComment = create<{ readonly id: CommentId | null }>()(() => ({ id: null }));

/** Puts an empty comment with its middle at a point, selects it and lets the person write. */
export function addComment(at: { readonly x: number; readonly y: number }): CommentId | null {
  const tab = currentTab();
  if (tab === null) return null;
  const id = nextId('comment', tab.document.comments) as CommentId; // prefix and number match the id pattern
  const position = freeSpot(tab.document, tab.inside, at);
  const group = groupAt(tab.document, at, tab.inside);
  useFreshComment.setState({ id });
  editActive(t`add comment`, (draft) => {
    draft.comments[id] = {
      text: '',
      position,
      size: SIZE,
      colour: 'yellow',
      ...(group === undefined ? {} : { group }),
    };
    growFrames(draft, [group]);
  });
  select({ comments: [id] });
  return id;
}

const STEP = 40;
const GAP = 20;

/** Near a point, further down where something stands there already. */
function freeSpot(
  document: SwarmDocument,
  inside: GroupId | null,
  at: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  const { nodes, cards, comments } = viewOf(document, inside);
  const taken: Box[] = [
    ...nodes.flatMap((id) => {
      const node = document.nodes[id];
      return node === undefined ? [] : [{ ...node.position, ...nodeSize(id) }];
    }),
    ...cards.map((id) => groupBox(document, id)),
    ...comments.flatMap((id) => {
      const comment = document.comments[id];
      return comment === undefined ? [] : [{ ...comment.position, ...comment.size }];
    }),
  ];
  const spot = { x: Math.round(at.x - SIZE.width / 2), y: Math.round(at.y - SIZE.height / 2) };
  const room = () => ({
    x: spot.x - GAP,
    y: spot.y - GAP,
    width: SIZE.width + 2 * GAP,
    height: SIZE.height + 2 * GAP,
  });
  while (taken.some((box) => overlap(box, room()))) spot.y += STEP;
  return spot;
}

/** Keys pressed one after the other are one step until the writing ends. */
export function setCommentText(id: CommentId, text: string): void {
  editActive(
    t`write comment`,
    (draft) => {
      const comment = draft.comments[id];
      if (comment !== undefined) comment.text = text;
    },
    `comment:${id}`,
  );
}

export function setCommentColour(id: CommentId, colour: SwarmComment['colour']): void {
  editActive(t`colour comment`, (draft) => {
    const comment = draft.comments[id];
    if (comment !== undefined) comment.colour = colour;
  });
}
