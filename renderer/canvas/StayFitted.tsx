import { useReactFlow, useStore, type Viewport } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { fitWhole, useCanvas } from './canvasStore.ts';
import { fittedPlaces } from './groups/viewports.ts';

/**
 * A view that shows the whole swarm goes on showing it when the canvas changes its size, also while another was shown, until
 * somebody moves it. `place`: what is shown, see `viewportKey`.
 */
export function StayFitted({ fromStart, place }: { readonly fromStart: boolean; readonly place: string }) {
  const { getViewport } = useReactFlow();
  const size = useStore(({ width, height }) => `${width} ${height}`);
  const waits = useStore(({ fitViewQueued }) => fitViewQueued);
  const before = useRef(size);
  const first = useRef(fromStart);

  // Only the first fit is the canvas library's own; later ones tell of themselves.
  useEffect(() => {
    if (!first.current || waits) return;
    first.current = false;
    useCanvas.setState({ fitted: getViewport() });
  }, [waits, getViewport]);
  useEffect(
    () => () => {
      const { fitted } = useCanvas.getState();
      if (fitted !== null && isSame(fitted, getViewport())) fittedPlaces.add(place);
      else fittedPlaces.delete(place);
      useCanvas.setState({ fitted: null });
    },
    [place, getViewport],
  );

  useEffect(() => {
    if (before.current === size) return;
    before.current = size;
    const { fitted } = useCanvas.getState();
    if (fitted !== null && isSame(fitted, getViewport())) fitWhole(0);
  }, [size, getViewport]);
  return null;
}

const isSame = (a: Viewport, b: Viewport): boolean => a.x === b.x && a.y === b.y && a.zoom === b.zoom;
