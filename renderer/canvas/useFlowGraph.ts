import { applyNodeChanges, type EdgeChange, type NodeChange, useStoreApi } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LinkId } from '#engine/core/brand.ts';
import { newDocument } from '#engine/document/create.ts';
import { moveThings } from '../documents/moveThings.ts';
import {
  activeTab,
  currentTab,
  nothingSelected,
  type Selection,
  select,
  useDocuments,
} from '../documents/store.ts';
import { carryContents } from './carryContents.ts';
import { type FlowEdge, type FlowNode, movesOf, toFlowEdges, toFlowNodes } from './flowGraph.ts';
import { flowIdsOf, thingOf } from './flowIds.ts';
import { framesHeld } from './framesHeld.ts';

const noDocument = newDocument();

/** A selection of the canvas library's nodes in terms of the document. */
function selectionOf(flowIds: Iterable<string>, links: readonly LinkId[]): Selection {
  const things = [...flowIds].map(thingOf);
  return {
    nodes: things.flatMap((thing) => (thing.kind === 'node' ? [thing.id] : [])),
    groups: things.flatMap((thing) => (thing.kind === 'group' ? [thing.id] : [])),
    comments: things.flatMap((thing) => (thing.kind === 'comment' ? [thing.id] : [])),
    links,
  };
}

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
    update(toFlowNodes(document, selected, latest.current, inside));
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
        select(selectionOf(ids, tab.selection.links));
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

  /** `drop`: a drag ended, by which things may change groups. `nudge`: one step of an arrow key. */
  const commitMoves = useCallback((moved: readonly FlowNode[], how: 'drop' | 'nudge') => {
    const tab = currentTab();
    if (tab === null) return;
    const moves = movesOf(tab.document, moved);
    moveThings(moves, how === 'drop' ? { ending: 'drop' } : { gesture: 'nudge' });
  }, []);

  return { nodes, edges, onNodesChange, onEdgesChange, commitMoves };
}
