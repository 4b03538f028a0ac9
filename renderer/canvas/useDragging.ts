import type { NodeChange } from '@xyflow/react';
import { type RefObject, useMemo, useRef } from 'react';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { contentOfSelection } from '../documents/clipboard.ts';
import { portsForLink, putIntoLink } from '../documents/linkEdits.ts';
import { insertContent } from '../documents/pasteText.ts';
import { currentTab, endEditGesture } from '../documents/store.ts';
import { useCanvasSettings } from './canvasSettings.ts';
import { useCanvas } from './canvasStore.ts';
import type { FlowNode } from './flow/flowNode.ts';
import { placeOf, selectionOf, thingOf } from './flowIds.ts';
import { dropTarget } from './groups/dropTarget.ts';
import { heldKeys } from './heldKeys.ts';
import { linkedPorts } from './linkedPorts.ts';
import { linkUnder } from './linkUnder.ts';
import { nodeTitle } from './ports.ts';
import { showGuides } from './SnapGuides.tsx';
import { type SnapLines, snapLines, snapTo } from './snapLines.ts';

/** Pixels on the screen from which a guide pulls. */
const REACH = 6;

const boxOf = ({ position, measured, width, height }: FlowNode) => ({
  x: position.x,
  y: position.y,
  width: measured?.width ?? width ?? 196,
  height: measured?.height ?? height ?? 110,
});

interface Drag {
  readonly ids: ReadonlySet<string>;
  readonly lines: SnapLines;
  /** The only node that is dragged, if it has no links yet: it may be put into a link. */
  readonly loose: NodeId | null;
}

interface Moving {
  readonly latest: RefObject<readonly FlowNode[]>;
  /** Writes new places into the document; by being dropped things may change groups. */
  commitMoves(moved: readonly FlowNode[], gesture?: string | null, label?: string): void;
  /** Puts everything back where the document has it. */
  resetMoves(): void;
}

/** Dragging nodes: snapping to others, copies with Alt, and dropping a node on a link. */
export function useDragging({ latest, commitMoves, resetMoves }: Moving) {
  const drag = useRef<Drag | null>(null);
  return useMemo(() => {
    const onStart = (moved: readonly FlowNode[]): void => {
      const ids = new Set(moved.map(({ id }) => id));
      const others = latest.current.filter(
        ({ id, type }) => (type === 'swarm' || type === 'card') && !ids.has(id),
      );
      const document = currentTab()?.document;
      const thing = moved.length === 1 && moved[0] !== undefined ? thingOf(moved[0].id) : null;
      const only = thing?.kind === 'node' ? thing.id : null;
      const isLoose =
        only !== null && document !== undefined && linkedPorts(document).get(only) === undefined;
      drag.current = { ids, lines: snapLines(others.map(boxOf)), loose: isLoose ? only : null };
    };

    const onMove = (event: { clientX: number; clientY: number }): void => {
      const loose = drag.current?.loose ?? null;
      const document = currentTab()?.document;
      if (loose === null || document === undefined) return;
      const link = linkUnder(
        event,
        latest.current.find(({ id }) => id === loose),
      );
      const insertAt = link !== null && portsForLink(document, loose, link) !== null ? link : null;
      if (insertAt !== useCanvas.getState().insertAt) useCanvas.setState({ insertAt });
    };

    const onStop = (): void => {
      const ids = drag.current?.ids ?? new Set<string>();
      const loose = drag.current?.loose ?? null;
      const { insertAt } = useCanvas.getState();
      drag.current = null;
      showGuides(null);
      if (insertAt !== null) useCanvas.setState({ insertAt: null });
      dropTarget.clear();
      const moved = latest.current.filter(({ id }) => ids.has(id));
      if (heldKeys.alt) leaveCopies(moved);
      else if (insertAt !== null && loose !== null) dropInto(moved, loose, insertAt);
      else commitMoves(moved);
    };

    function leaveCopies(moved: readonly FlowNode[]): void {
      const tab = currentTab();
      const [first] = moved;
      const chosen = selectionOf(moved.map(({ id }) => id));
      const from = first === undefined || tab === null ? undefined : placeOf(tab.document, first.id);
      resetMoves();
      if (tab === null || first === undefined || from === undefined) return;
      const content = contentOfSelection(tab.document, chosen);
      const offset = { x: first.position.x - from.x, y: first.position.y - from.y };
      insertContent(content, offset, (what) => t`duplicate ${what}`);
    }

    function dropInto(moved: readonly FlowNode[], node: NodeId, link: LinkId): void {
      const document = currentTab()?.document;
      const dropped = document?.nodes[node];
      if (document === undefined || dropped === undefined) return;
      const label = t`put ${nodeTitle(dropped)} into a link`;
      commitMoves(moved, 'drop', label);
      putIntoLink(document, node, link, 'drop');
      endEditGesture();
    }

    /** The same changes, moved on to the guides that are near. */
    const snap = (changes: NodeChange<FlowNode>[]): NodeChange<FlowNode>[] => {
      const { current } = drag;
      const { guides, grid } = useCanvasSettings.getState();
      const moves = changes.filter((change) => change.type === 'position');
      if (current === null || moves.length === 0) return changes;
      if (!guides || grid || heldKeys.mod) {
        showGuides(null);
        return changes;
      }
      const places = new Map(moves.map((change) => [change.id, change.position]));
      const boxes = latest.current
        .filter(({ id }) => places.has(id))
        .map((node) => ({ ...boxOf(node), ...places.get(node.id) }));
      const x = Math.min(...boxes.map((box) => box.x));
      const y = Math.min(...boxes.map((box) => box.y));
      const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
      const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
      const zoom = useCanvas.getState().flow?.getZoom() ?? 1;
      const met = snapTo({ x, y, width, height }, current.lines, REACH / zoom);
      showGuides(met.guides);
      return changes.map((change) =>
        change.type === 'position' && change.position !== undefined
          ? { ...change, position: { x: change.position.x + met.dx, y: change.position.y + met.dy } }
          : change,
      );
    };

    return { snap, onStart, onMove, onStop, isDragging: () => drag.current !== null };
  }, [latest, commitMoves, resetMoves]);
}
