import { Panel, type ReactFlowState, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '#engine/core/text.ts';
import type { FlowEdge, FlowNode } from './flow/flowNode.ts';
import { glide } from './focusItem.ts';
import { boundsOf, OVERVIEW, type OverviewBox, overviewMap, overviewShapes } from './overviewMap.ts';
import { paneAt } from './sightLines.ts';
import { thingColour } from './thingColour.ts';

type Library = ReactFlowState<FlowNode, FlowEdge>;

/** Milliseconds between two drawings of the nodes while they move. */
const PAUSE_MS = 120;
/** Pixels after which a pressed pointer drags. */
const DRAG = 3;

function boxesOf({ nodeLookup }: Pick<Library, 'nodeLookup'>): readonly OverviewBox[] {
  return [...nodeLookup.values()].flatMap((node) => {
    const { width, height } = node.measured;
    if (width === undefined || height === undefined) return [];
    const { x, y } = node.internals.positionAbsolute;
    return [{ x, y, width, height, colour: thingColour(node.internals.userNode) }];
  });
}

/** Where all nodes stand: at once after a rest, and then no more often than anybody could follow. */
function useBoxes(): readonly OverviewBox[] {
  const library = useStoreApi<FlowNode, FlowEdge>();
  const [boxes, setBoxes] = useState<readonly OverviewBox[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let stale = false;
    const draw = (): void => {
      stale = true;
      if (timer !== null) return;
      stale = false;
      setBoxes(boxesOf(library.getState()));
      timer = setTimeout(() => {
        timer = null;
        if (stale) draw();
      }, PAUSE_MS);
    };
    draw();
    const stop = library.subscribe((state, before) => {
      if (state.nodes !== before.nodes || state.nodesInitialized !== before.nodesInitialized) draw();
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [library]);
  return boxes;
}

const transformOf = ({ transform }: ReactFlowState) => transform;
const widthOf = ({ width }: ReactFlowState) => width;
const heightOf = ({ height }: ReactFlowState) => height;

/**
 * The whole swarm, small, and the part of it that is in view: a click goes there, a drag moves the view, the wheel zooms. The nodes are
 * a few paths, which a move of the view shifts without laying them out again.
 */
export function Overview() {
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const transform = useStore(transformOf);
  const width = useStore(widthOf);
  const height = useStore(heightOf);
  const boxes = useBoxes();
  const bounds = useMemo(() => boundsOf(boxes), [boxes]);
  const shapes = useMemo(
    () => (
      <svg width="1" height="1" aria-hidden="true">
        {overviewShapes(boxes).map(({ colour, path }) => (
          <path key={colour} d={path} style={{ fill: colour }} />
        ))}
      </svg>
    ),
    [boxes],
  );
  const { scale, left, top, view } = overviewMap(bounds, paneAt(transform, width, height));

  const element = useRef<HTMLDivElement>(null);
  const press = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    press.current = { x: event.clientX, y: event.clientY, moved: false };
  };
  const onPointerMove = ({ clientX, clientY }: PointerEvent): void => {
    const { current } = press;
    if (current === null) return;
    const [dx, dy] = [clientX - current.x, clientY - current.y];
    if (!current.moved && Math.hypot(dx, dy) < DRAG) return;
    press.current = { x: clientX, y: clientY, moved: true };
    const { x, y, zoom } = flow.getViewport();
    void flow.setViewport({ x: x - (dx / scale) * zoom, y: y - (dy / scale) * zoom, zoom });
  };
  const onPointerUp = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): void => {
    const isClick = press.current?.moved === false;
    press.current = null;
    if (!isClick) return;
    const box = currentTarget.getBoundingClientRect();
    const at = { x: (clientX - box.left - left) / scale, y: (clientY - box.top - top) / scale };
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom(), duration: glide() });
  };
  useEffect(() => {
    const { current } = element;
    // React listens to the wheel passively, and the page would zoom with it.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      const step = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : 0.002);
      void flow.zoomTo(flow.getZoom() * 2 ** -step);
    };
    current?.addEventListener('wheel', onWheel, { passive: false });
    return () => current?.removeEventListener('wheel', onWheel);
  }, [flow]);

  return (
    <Panel position="bottom-right" className="overview">
      <div
        ref={element}
        role="img"
        aria-label={t`Overview`}
        className="overview-map"
        style={OVERVIEW}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
      >
        <div
          className="overview-nodes"
          style={{ transform: `translate(${left}px, ${top}px) scale(${scale})` }}
        >
          {shapes}
        </div>
        <svg {...OVERVIEW} aria-hidden="true">
          <path
            fillRule="evenodd"
            d={`M0 0h${OVERVIEW.width}v${OVERVIEW.height}h${-OVERVIEW.width}zM${view.x} ${view.y}h${view.width}v${view.height}h${-view.width}z`}
          />
        </svg>
      </div>
    </Panel>
  );
}
