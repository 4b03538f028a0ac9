import { ContextMenu } from 'radix-ui';
import { type MouseEvent, type ReactNode, useState } from 'react';
import type { CommentId, GroupId, LinkId, NodeId } from '#engine/core/brand.ts';
import { commandById } from '../commands/registry.ts';
import { currentTab, nothingSelected, select, selectionSize } from '../documents/store.ts';
import { CommandMenuItem } from '../toolbar/CommandMenuItem.tsx';
import { type PortEnd, useCanvas } from './canvasStore.ts';
import { FishMenuItems } from './FishMenuItems.tsx';
import { isFocusInDialog } from './focusItem.ts';

type Target =
  | { readonly kind: 'node'; readonly id: NodeId; readonly fish: string | null }
  | { readonly kind: 'link'; readonly id: LinkId }
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'comment'; readonly id: CommentId }
  | { readonly kind: 'port'; readonly port: PortEnd }
  | { readonly kind: 'selection' }
  | { readonly kind: 'pane' };

/** The menus, as ids of commands; a selection of several nodes has its own. */
const MENUS: Record<Target['kind'], readonly (readonly string[])[]> = {
  node: [
    ['edit-selected', 'start-link', 'next-link'],
    ['cut', 'copy', 'duplicate', 'delete'],
    ['group', 'take-out-of-group', 'unfold-school', 'save-piece'],
    ['select-connected', 'zoom-selection'],
  ],
  group: [
    ['enter-group', 'collapse-group', 'ungroup'],
    ['cut', 'copy', 'duplicate', 'delete'],
    ['group', 'take-out-of-group', 'save-piece'],
    ['zoom-selection'],
  ],
  comment: [
    ['cut', 'copy', 'duplicate', 'delete'],
    ['group', 'take-out-of-group'],
  ],
  selection: [
    ['cut', 'copy', 'duplicate', 'delete'],
    ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'],
    ['distribute-horizontally', 'distribute-vertically', 'arrange-selection'],
    ['group', 'ungroup', 'take-out-of-group', 'fold-school', 'save-piece'],
    ['select-connected', 'invert-selection', 'zoom-selection'],
  ],
  link: [
    ['cut-link', 'restore-link'],
    ['edit-selected', 'select-connected', 'delete'],
  ],
  port: [['link-from-port', 'add-at-port', 'delete-port-links']],
  pane: [
    ['quick-add', 'add-comment', 'paste', 'select-all', 'find'],
    ['leave-group'],
    ['auto-layout', 'toggle-guides', 'toggle-grid', 'zoom-fit'],
    ['undo', 'redo', 'history'],
  ],
};

/** Left out of the menu where they cannot be done, since there they would mean nothing. */
const ONLY_WHERE_IT_FITS: ReadonlySet<string> = new Set([
  'take-out-of-group',
  'unfold-school',
  'fold-school',
  'leave-group',
  'ungroup',
]);

function targetOf(event: MouseEvent): Target {
  const at = event.target instanceof Element ? event.target : null;
  // By keyboard the menu opens at the element of the canvas library that has the focus.
  const node = at?.closest<HTMLElement>('.react-flow__node')?.dataset.id as NodeId | undefined; // flow ids are node ids
  const port = at?.closest<HTMLElement>('[data-port]');
  if (node !== undefined && port !== null && port !== undefined) {
    const direction = port.dataset.direction === 'in' ? 'in' : 'out';
    return { kind: 'port', port: { node, direction, port: port.dataset.port ?? '' } };
  }
  if (node !== undefined && currentTab()?.document.nodes[node] !== undefined) {
    const fish = at?.closest<HTMLElement>('[data-fish]')?.dataset.fish ?? null;
    return { kind: 'node', id: node, fish };
  }
  const group = at?.closest<HTMLElement>('[data-group]')?.dataset.group;
  if (group !== undefined) return { kind: 'group', id: group as GroupId }; // written by GroupFrame and GroupCard
  const comment = at?.closest<HTMLElement>('[data-comment]')?.dataset.comment;
  if (comment !== undefined) return { kind: 'comment', id: comment as CommentId }; // written by CommentView
  const link = at?.closest<HTMLElement>('.react-flow__edge')?.dataset.id;
  if (link !== undefined) return { kind: 'link', id: link as LinkId }; // flow ids of edges are link ids
  return at?.closest('.react-flow__nodesselection') === null ? { kind: 'pane' } : { kind: 'selection' };
}

/** What is under the pointer becomes the selection, unless it already belongs to it. */
function selectTarget(target: Target): void {
  const selection = currentTab()?.selection;
  if (target.kind === 'node' && selection?.nodes.includes(target.id) !== true) select({ nodes: [target.id] });
  if (target.kind === 'group' && selection?.groups.includes(target.id) !== true)
    select({ groups: [target.id] });
  if (target.kind === 'comment' && selection?.comments.includes(target.id) !== true)
    select({ comments: [target.id] });
  if (target.kind === 'link' && selection?.links.includes(target.id) !== true) select({ links: [target.id] });
}

/** The context menu of nodes, ports, links, the selection and the empty canvas. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<Target>({ kind: 'pane' });
  const several = selectionSize({ ...(currentTab()?.selection ?? nothingSelected), links: [] }) > 1;
  const isSeveral =
    several && (target.kind === 'node' || target.kind === 'group' || target.kind === 'comment');
  const groups = MENUS[isSeveral ? 'selection' : target.kind]
    .map((ids) => ids.filter((id) => !ONLY_WHERE_IT_FITS.has(id) || commandById(id)?.blocked() === null))
    .filter((ids) => ids.length > 0);
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        className="canvas-menu-trigger"
        onContextMenu={(event) => {
          const next = targetOf(event);
          setTarget(next);
          selectTarget(next);
          useCanvas.setState({ quickAdd: null, port: next.kind === 'port' ? next.port : null });
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content
          className="menu"
          collisionPadding={8}
          // The menu gives the focus back a moment after it is gone; a dialogue may have opened by then.
          onCloseAutoFocus={(event) => isFocusInDialog() && event.preventDefault()}
        >
          {target.kind === 'node' && <FishMenuItems node={target.id} fish={target.fish} />}
          {groups.map((ids, index) => (
            <ContextMenu.Group key={ids[0]}>
              {index > 0 && <ContextMenu.Separator className="menu-line" />}
              {ids
                .flatMap((id) => commandById(id) ?? [])
                .map((command) => (
                  <CommandMenuItem key={command.id} command={command} Item={ContextMenu.Item} />
                ))}
            </ContextMenu.Group>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
