import { type Align, type InternalNode, Position, useStore, useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useState } from 'react';
import { useTick } from '../live/useRunSlowly.ts';
import type { Box } from './arc.ts';
import { freePlace } from './freePlace.ts';

/** Pixels between a node and a bar beside it. */
export const BAR_GAP = 12;
/** At the upper edge of the canvas is the place of notices. */
const NOTICE_STRIP = 46;

/** What lies on the canvas besides nodes, and moves with them. */
const LABELS = '.stand-in span, .link-label, .group-title';
/** What lies over the canvas and stays. */
const PANELS = '.cost, .overview, .canvas-controls, .breadcrumb, .live-changes, .live-changes ul';
const SIDES = {
  top: Position.Top,
  bottom: Position.Bottom,
  left: Position.Left,
  right: Position.Right,
} as const;
const NOTHING = { labels: [], panels: [] };

export interface FreeSpot {
  /** In the terms of the canvas library. */
  readonly position: Position;
  readonly align: Align;
  /** Which of the bars it is for. */
  readonly bar: number;
  /** Whether nothing better was found than a place where it lies over something. */
  readonly covers: boolean;
}

/** Where a bar goes beside a node; `bars` are its forms with about their sizes in pixels, the best first. */
export function useFreePlace(id: string, bars: readonly Pick<Box, 'width' | 'height'>[]): FreeSpot {
  const { labels, panels } = useThingsInTheWay(id);
  const found = useStore((state) => {
    const [left, top, zoom] = state.transform;
    const onScreen = ({ x, y, width, height }: Box): Box => ({
      x: x * zoom + left,
      y: y * zoom + top,
      width: width * zoom,
      height: height * zoom,
    });
    const node = state.nodeLookup.get(id);
    if (node === undefined) return 'top center 0';
    const others = [...state.nodeLookup.values()]
      .filter((other) => other !== node && other.type !== 'frame' && other.hidden !== true)
      .map((other) => onScreen(boxOf(other)));
    const sight = { x: 0, y: NOTICE_STRIP, width: state.width, height: state.height - NOTICE_STRIP };
    const obstacles = [...others, ...labels.map(onScreen), ...panels];
    const place = freePlace(onScreen(boxOf(node)), bars, obstacles, sight, BAR_GAP);
    return `${place.side} ${place.align} ${place.bar} ${place.covers ? 'covers' : ''}`;
  });
  const [side, align, bar, covers] = found.split(' ');
  return {
    position: SIDES[side as keyof typeof SIDES], // written above
    align: align as Align, // as above
    bar: Number(bar),
    covers: covers === 'covers',
  };
}

const boxOf = ({ internals, measured }: InternalNode): Box => ({
  ...internals.positionAbsolute,
  width: measured.width ?? 0,
  height: measured.height ?? 0,
});

/** Labels in canvas units, panels in pixels; looked for anew when the run ticks, as its labels come and go. */
function useThingsInTheWay(id: string): { readonly labels: readonly Box[]; readonly panels: readonly Box[] } {
  const store = useStoreApi();
  const tick = useTick();
  const [things, setThings] = useState<{ labels: readonly Box[]; panels: readonly Box[] }>(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is read anew then
  useLayoutEffect(() => {
    const { domNode, transform } = store.getState();
    const canvas = domNode?.closest('.workspace-canvas');
    if (domNode == null || canvas == null) return;
    const [left, top, zoom] = transform;
    const origin = domNode.getBoundingClientRect();
    const boxes = (selector: string, scale: number, dx: number, dy: number): Box[] =>
      [...canvas.querySelectorAll(selector)].map((element) => {
        const box = element.getBoundingClientRect();
        return {
          x: Math.round((box.x - origin.x - dx) / scale),
          y: Math.round((box.y - origin.y - dy) / scale),
          width: Math.round(box.width / scale),
          height: Math.round(box.height / scale),
        };
      });
    const now = { labels: boxes(LABELS, zoom, left, top), panels: boxes(PANELS, 1, 0, 0) };
    setThings((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
  }, [id, tick, store]);
  return things;
}
