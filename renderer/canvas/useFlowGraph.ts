import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { newDocument } from '#engine/document/create.ts';
import { moveNodes } from '../documents/graphEdits.ts';
import { activeTab, currentTab, nothingSelected, select, useDocuments } from '../documents/store.ts';
import { useCanvas } from './canvasStore.ts';
import { type FlowEdge, type FlowNode, movedNodes, toFlowEdges, toFlowNodes } from './flowGraph.ts';
import { glideTo } from './glideTo.ts';

const noDocument = newDocument();

/**
 * The active document as nodes and edges of the canvas library. While nodes are dragged only the library's copy moves;
 * `commitMoves` writes the new places into the document as one step. The selection lives in the document store.
 */
export function useFlowGraph() {
  const document = useDocuments((state) => activeTab(state)?.document ?? noDocument);
  const selection = useDocuments((state) => activeTab(state)?.selection ?? nothingSelected);
  const selectedNodes = useMemo(() => new Set(selection.nodes), [selection.nodes]);
  const selectedLinks = useMemo(() => new Set(selection.links), [selection.links]);

  const [nodes, setNodes] = useState<FlowNode[]>(() => toFlowNodes(document, selectedNodes, []));
  const latest = useRef(nodes);
  const update = useCallback((next: FlowNode[]) => {
    latest.current = next;
    setNodes(next);
  }, []);
  useLayoutEffect(() => {
    const next = toFlowNodes(document, selectedNodes, latest.current);
    const { glideUntil } = useCanvas.getState();
    if (glideUntil <= performance.now()) {
      update(next);
      return;
    }
    let base: FlowNode[] | null = next;
    return glideTo(next, latest.current, glideUntil, (places) => {
      update(
        (base ?? latest.current).map((node) => {
          const position = places.get(node.id);
          return position === undefined ? node : { ...node, position };
        }),
      );
      base = null;
    });
  }, [document, selectedNodes, update]);

  const before = useRef<FlowEdge[]>([]);
  const edges = useMemo(() => {
    before.current = toFlowEdges(document, selectedLinks, before.current);
    return before.current;
  }, [document, selectedLinks]);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]): FlowNode[] => {
      const next = applyNodeChanges(changes, latest.current);
      update(next);
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0) {
        const ids = new Set(currentTab()?.selection.nodes ?? []);
        for (const change of chosen) {
          if (change.selected)
            ids.add(change.id as NodeId); // flow ids of swarm nodes are node ids
          else ids.delete(change.id as NodeId);
        }
        select({ nodes: [...ids], links: currentTab()?.selection.links ?? [] });
      }
      return next;
    },
    [update],
  );

  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => {
    const ids = new Set(currentTab()?.selection.links ?? []);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected)
        ids.add(change.id as LinkId); // flow ids of edges are link ids
      else ids.delete(change.id as LinkId);
    }
    select({ nodes: currentTab()?.selection.nodes ?? [], links: [...ids] });
  }, []);

  const commitMoves = useCallback(
    (moved: readonly FlowNode[], gesture: string | null = null, label?: string) => {
      const tab = currentTab();
      if (tab !== null) moveNodes(movedNodes(tab.document, moved), label, gesture);
    },
    [],
  );

  const resetMoves = useCallback(
    (ids: ReadonlySet<string>) => {
      const places = currentTab()?.document.nodes ?? {};
      update(
        latest.current.map((node) => {
          const position = ids.has(node.id) ? places[node.id as NodeId]?.position : undefined; // flow ids are node ids
          return position === undefined ? node : { ...node, position };
        }),
      );
    },
    [update],
  );

  return { nodes, edges, latest, onNodesChange, onEdgesChange, commitMoves, resetMoves };
}
