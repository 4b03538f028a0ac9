import { create } from 'zustand';
import type { GroupId } from '#engine/core/brand.ts';
import { centreOf, groupAt } from '../../documents/groupPlace.ts';
import { currentTab } from '../../documents/store.ts';
import type { FlowNode } from '../flow/flowNode.ts';
import { thingOf } from '../flowIds.ts';

/** The frame that what is dragged would join if it were let go now; null where that changes nothing. */
export const useDropTarget = create<{ readonly group: GroupId | null }>()(() => ({ group: null }));

function targetOf(moved: readonly FlowNode[]): GroupId | null {
  const tab = currentTab();
  const [first] = moved;
  if (tab === null || first === undefined) return null;
  const thing = thingOf(first.id);
  const { measured } = first;
  const box = { ...first.position, width: measured?.width ?? 0, height: measured?.height ?? 0 };
  const { document, inside } = tab;
  const own =
    thing.kind === 'node'
      ? document.nodes[thing.id]?.group
      : thing.kind === 'group'
        ? document.groups[thing.id]?.parent
        : thing.kind === 'comment'
          ? document.comments[thing.id]?.group
          : undefined;
  const group = groupAt(document, centreOf(box), inside, thing.kind === 'group' ? thing.id : null);
  return group === own || group === inside ? null : (group ?? null);
}

export const dropTarget = {
  follow(moved: readonly FlowNode[]): void {
    const group = targetOf(moved);
    if (useDropTarget.getState().group !== group) useDropTarget.setState({ group });
  },
  clear: (): void => useDropTarget.setState({ group: null }),
};
