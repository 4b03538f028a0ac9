import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useEffect } from 'react';
import type { FlowEdge, FlowNode } from './flow/flowNode.ts';
import { lookSoon, setView } from './nodeSight.ts';
import { paneAt, type Viewed } from './sightLines.ts';

function viewedIn({
  transform,
  width,
  height,
  nodeLookup,
}: Pick<ReactFlowState<FlowNode, FlowEdge>, 'transform' | 'width' | 'height' | 'nodeLookup'>): Viewed | null {
  if (width === 0 || height === 0) return null;
  return {
    pane: paneAt(transform, width, height),
    boxOf(id) {
      const node = nodeLookup.get(id);
      const size = node?.measured;
      if (node === undefined || size?.width === undefined || size.height === undefined) return null;
      return { ...node.internals.positionAbsolute, width: size.width, height: size.height };
    },
  };
}

/** Keeps what is known of nodes and links in view up to date while the canvas is there. */
export function useSight(): void {
  const library = useStoreApi<FlowNode, FlowEdge>();
  useEffect(() => {
    setView(() => viewedIn(library.getState()));
    const stop = library.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height ||
        state.nodes !== before.nodes ||
        state.nodesInitialized !== before.nodesInitialized
      )
        lookSoon();
    });
    return () => {
      stop();
      setView(null);
    };
  }, [library]);
}
