import { t } from '#engine/core/text.ts';
import type { Layout } from '../canvas/arrange.ts';
import { applyMoves } from './moveThings.ts';
import { currentTab, editActive } from './store.ts';

/** Writes a layout into the active document as one step; comments in a group move with its frame. */
export function applyLayout({ moves, sizes }: Layout): void {
  const frames = currentTab()?.document.groups ?? {};
  const nearest = new Map(
    Object.entries(frames).flatMap(([id, { position }]) => {
      const to = moves.groups.find((move) => move.id === id);
      return to === undefined ? [] : [[id, { x: to.x - position.x, y: to.y - position.y }] as const];
    }),
  );
  editActive(t`arrange nodes`, (draft) => {
    const placed = new Set<string>(moves.comments.map(({ id }) => id));
    const comments = Object.entries(draft.comments).flatMap(([id, comment]) => {
      if (placed.has(id)) return [];
      const by = comment.group === undefined ? undefined : nearest.get(comment.group);
      return by === undefined ? [] : [{ comment, by, from: { ...comment.position } }];
    });
    applyMoves(draft, moves);
    for (const { comment, by, from } of comments) comment.position = { x: from.x + by.x, y: from.y + by.y };
    for (const { id, width, height } of sizes) {
      const group = draft.groups[id];
      if (group !== undefined) group.size = { width, height };
    }
  });
}
