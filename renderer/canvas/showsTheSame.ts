import type { NodeProps } from '@xyflow/react';

/**
 * Whether what stands on a node of the canvas is the same: its data and whether it is selected. The library tells it its place,
 * too, which changes at every move of a drag and which only its wrapper shows.
 */
export const showsTheSame = (
  a: Pick<NodeProps, 'id' | 'data' | 'selected'>,
  b: Pick<NodeProps, 'id' | 'data' | 'selected'>,
): boolean => hasTheSameData(a, b) && a.selected === b.selected;

/** The same where the wrapper alone shows what is selected. */
export const hasTheSameData = (
  a: Pick<NodeProps, 'id' | 'data'>,
  b: Pick<NodeProps, 'id' | 'data'>,
): boolean => a.id === b.id && a.data === b.data;
