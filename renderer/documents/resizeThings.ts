import type { CommentId, GroupId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { groupTitle } from './groupEdits.ts';
import { growFrames } from './groupPlace.ts';
import { currentTab, editActive } from './store.ts';

interface NewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const whole = ({ x, y, width, height }: NewBox) => ({
  position: { x: Math.round(x), y: Math.round(y) },
  size: { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) },
});

/** Gives a frame another size, though never a smaller one than what is in it needs. */
export function resizeGroup(id: GroupId, box: NewBox): void {
  const group = currentTab()?.document.groups[id];
  if (group === undefined) return;
  editActive(t`resize ${groupTitle(group)}`, (draft) => {
    const target = draft.groups[id];
    if (target === undefined) return;
    Object.assign(target, whole(box));
    growFrames(draft, [id]);
  });
}

export function resizeComment(id: CommentId, box: NewBox): void {
  editActive(t`resize comment`, (draft) => {
    const target = draft.comments[id];
    if (target === undefined) return;
    Object.assign(target, whole(box));
    growFrames(draft, [target.group]);
  });
}
