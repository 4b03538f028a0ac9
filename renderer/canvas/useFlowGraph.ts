import { applyNodeChanges, type EdgeChange, type NodeChange, useStoreApi } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LinkId } from '#engine/core/brand.ts';
import { newDocument } from '#engine/document/create.ts';
import { moveThings } from '../documents/moveThings.ts';
import {
  activeTab,
  currentTab,
  nothingSelected,
  select,
  selectionSize,
  useDocuments,
} from '../documents/store.ts';
import { useCanvas } from './canvasStore.ts';
import { carryContents } from './carryContents.ts';
import type { FlowEdge, FlowNode } from './flow/flowNode.ts';
import { movesOf } from './flow/movesOf.ts';
import { MOST_LIFTED } from './flow/standing.ts';
import { toFlowEdges } from './flow/toFlowEdges.ts';
import { toFlowNodes } from './flow/toFlowNodes.ts';
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
  const few = selectionSize(selection) <= MOST_LIFTED;
  const chosen = useMemo(() => {
    const ids = flowIdsOf({ nodes: chosenNodes, groups: chosenGroups, comments: chosenComments });
    return { ids, few };
  }, [chosenNodes, chosenGroups, chosenComments, few]);
  const chosenLinks = useMemo(() => ({ ids: new Set(selection.links), few }), [selection.links, few]);

  const [nodes, setNodes] = useState<FlowNode[]>(() => toFlowNodes(document, chosen, [], inside));
  const latest = useRef(nodes);
  const update = useCallback((next: FlowNode[]) => {
    latest.current = next;
    setNodes(next);
  }, []);
  useLayoutEffect(() => {
    const next = toFlowNodes(document, chosen, latest.current, inside);
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
  }, [document, chosen, inside, update]);

  const library = useStoreApi<FlowNode, FlowEdge>();
  const before = useRef<FlowEdge[]>([]);
  const edges = useMemo(() => {
    before.current = toFlowEdges(document, chosenLinks, before.current, inside);
    return before.current;
  }, [document, chosenLinks, inside]);

  const onNodesChange = useCallback(
    (given: NodeChange<FlowNode>[]): void => {
      const tab = currentTab();
      const changes = given.filter(framesHeld(library.getState()));
      const all = tab === null ? changes : carryContents(tab.document, latest.current, changes);
      // What is selected comes back from the document store.
      const others = all.filter((change) => change.type !== 'select');
      if (others.length > 0) update(applyNodeChanges(others, latest.current));
      const selects = changes.filter((change) => change.type === 'select');
      if (selects.length > 0 && tab !== null) {
        const ids = new Set(flowIdsOf(tab.selection));
        for (const change of selects) {
          if (change.selected) ids.add(change.id);
          else ids.delete(change.id);
        }
        select({ ...selectionOf(ids), links: tab.selection.links });
      }
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
