import { type Align, Position, useStore } from '@xyflow/react';
import { freePlace } from './freePlace.ts';

/** Pixels between a node and a bar beside it. */
export const BAR_GAP = 12;

/** Where a bar of about this size goes beside a node, in the terms of the canvas library. */
export function useFreePlace(
  id: string,
  width: number,
  height: number,
): { readonly position: Position; readonly align: Align } {
  const place = useStore((state) => {
    const [left, top, zoom] = state.transform;
    const boxOf = ({ internals, measured }: NonNullable<ReturnType<typeof state.nodeLookup.get>>) => ({
      x: internals.positionAbsolute.x * zoom + left,
      y: internals.positionAbsolute.y * zoom + top,
      width: (measured.width ?? 0) * zoom,
      height: (measured.height ?? 0) * zoom,
    });
    const node = state.nodeLookup.get(id);
    if (node === undefined) return 'top center';
    const others = [...state.nodeLookup.values()]
      .filter((other) => other !== node && other.type !== 'frame' && other.hidden !== true)
      .map(boxOf);
    const { side, align } = freePlace(boxOf(node), { width, height }, others, state, BAR_GAP);
    return `${side} ${align}`;
  });
  const [side, align] = place.split(' ');
  return {
    position: side === 'bottom' ? Position.Bottom : Position.Top,
    align: align === 'start' || align === 'end' ? align : 'center',
  };
}
