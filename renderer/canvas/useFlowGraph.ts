import { applyNodeChanges, type EdgeChange, type NodeChange, useStoreApi } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LinkId } from '#engine/core/brand.ts';
import { newDocument } from '#engine/document/create.ts';
import { moveThings } from '../documents/moveThings.ts';
import { activeTab, currentTab, nothingSelected, select, useDocuments } from '../documents/store.ts';
import { useCanvas } from './canvasStore.ts';
import { carryContents } from './carryContents.ts';
import { type FlowEdge, type FlowNode, movesOf, toFlowEdges, toFlowNodes } from './flowGraph.ts';
import { flowIdsOf, placeOf, selectionOf } from './flowIds.ts';
import { framesHeld } from './framesHeld.ts';
import { glideTo } from './glideTo.ts';

const noDocument = newDocument();

/**
 * The active document as nodes and edges of the canvas library. While nodes are dragged only the library's copy moves, with
 * frames what is in them; `commitMoves` writes the new places into the document as one step. The selection lives in the
 * document store.
 */
export function useFlowGraph() {
  const document = useDocuments((state) => activeTab(state)?.document ?? noDocument);
  const selection = useDocuments((state) => activeTab(state)?.selection ?? nothingSelected);
  const inside = useDocuments((state) => activeTab(state)?.inside ?? null);
  const { nodes: chosenNodes, groups: chosenGroups, comments: chosenComments } = selection;
  const selected = useMemo(
    () => flowIdsOf({ nodes: chosenNodes, groups: chosenGroups, comments: chosenComments }),
    [chosenNodes, chosenGroups, chosenComments],
  );
  const selectedLinks = useMemo(() => new Set(selection.links), [selection.links]);

  const [nodes, setNodes] = useState<FlowNode[]>(() => toFlowNodes(document, selected, [], inside));
  const latest = useRef(nodes);
  const update = useCallback((next: FlowNode[]) => {
    latest.current = next;
    setNodes(next);
  }, []);
  useLayoutEffect(() => {
    const next = toFlowNodes(document, selected, latest.current, inside);
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
  }, [document, selected, inside, update]);

  const library = useStoreApi<FlowNode, FlowEdge>();
  const before = useRef<FlowEdge[]>([]);
  const edges = useMemo(() => {
    before.current = toFlowEdges(document, selectedLinks, before.current, inside);
    return before.current;
  }, [document, selectedLinks, inside]);

  const onNodesChange = useCallback(
    (given: NodeChange<FlowNode>[]): FlowNode[] => {
      const tab = currentTab();
      const changes = given.filter(framesHeld(library.getState()));
      const all = tab === null ? changes : carryContents(tab.document, latest.current, changes);
      const next = applyNodeChanges(all, latest.current);
      update(next);
      const chosen = changes.filter((change) => change.type === 'select');
      if (chosen.length > 0 && tab !== null) {
        const ids = new Set(flowIdsOf(tab.selection));
        for (const change of chosen) {
          if (change.selected) ids.add(change.id);
          else ids.delete(change.id);
        }
        select({ ...selectionOf(ids), links: tab.selection.links });
      }
      return next;
    },
    [update, library],
  );

  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => {
    const now = currentTab()?.selection ?? nothingSelected;
    const ids = new Set(now.links);
    for (const change of changes) {
      if (change.type !== 'select') continue;
      if (change.selected)
        ids.add(change.id as LinkId); // flow ids of edges are link ids
      else ids.delete(change.id as LinkId);
    }
    select({ ...now, links: [...ids] });
  }, []);

  const commitMoves = useCallback(
    (moved: readonly FlowNode[], gesture: string | null = null, label?: string) => {
      const tab = currentTab();
      if (tab === null) return;
      const moves = movesOf(tab.document, moved);
      moveThings(moves, { gesture, ending: 'drop', ...(label === undefined ? {} : { label }) });
    },
    [],
  );

  const resetMoves = useCallback(() => {
    const document = currentTab()?.document ?? noDocument;
    update(
      latest.current.map((node) => {
        const position = placeOf(document, node.id);
        return position === undefined ? node : { ...node, position };
      }),
    );
  }, [update]);

  return { nodes, edges, latest, onNodesChange, onEdgesChange, commitMoves, resetMoves };
}
