import { ContextMenu } from 'radix-ui';
import { type MouseEvent, type ReactNode, useState } from 'react';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { commandById } from '../commands/registry.ts';
import { currentTab, select } from '../documents/store.ts';
import { CommandMenuItem } from '../toolbar/CommandMenuItem.tsx';
import { type PortEnd, useCanvas } from './canvasStore.ts';
import { FishMenuItems } from './FishMenuItems.tsx';

type Target =
  | { readonly kind: 'node'; readonly id: NodeId; readonly fish: string | null }
  | { readonly kind: 'link'; readonly id: LinkId }
  | { readonly kind: 'port'; readonly port: PortEnd }
  | { readonly kind: 'selection' }
  | { readonly kind: 'pane' };

/** The menus, as ids of commands; a selection of several nodes has its own. */
const MENUS: Record<Target['kind'], readonly (readonly string[])[]> = {
  node: [
    ['edit-selected', 'start-link', 'next-link'],
    ['cut', 'copy', 'duplicate', 'delete'],
    ['select-connected', 'zoom-selection'],
  ],
  selection: [
    ['cut', 'copy', 'duplicate', 'delete'],
    ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'],
    ['distribute-horizontally', 'distribute-vertically', 'arrange-selection'],
    ['select-connected', 'invert-selection', 'zoom-selection'],
  ],
  link: [
    ['cut-link', 'restore-link'],
    ['edit-selected', 'select-connected', 'delete'],
  ],
  port: [['link-from-port', 'add-at-port', 'delete-port-links']],
  pane: [
    ['quick-add', 'paste', 'select-all', 'find'],
    ['auto-layout', 'toggle-guides', 'toggle-grid', 'zoom-fit'],
    ['undo', 'redo', 'history'],
  ],
};

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
  const link = at?.closest<HTMLElement>('.react-flow__edge')?.dataset.id;
  if (link !== undefined) return { kind: 'link', id: link as LinkId }; // flow ids of edges are link ids
  return at?.closest('.react-flow__nodesselection') === null ? { kind: 'pane' } : { kind: 'selection' };
}

/** What is under the pointer becomes the selection, unless it already belongs to it. */
function selectTarget(target: Target): void {
  const selection = currentTab()?.selection;
  if (target.kind === 'node' && selection?.nodes.includes(target.id) !== true) select({ nodes: [target.id] });
  if (target.kind === 'link' && selection?.links.includes(target.id) !== true) select({ links: [target.id] });
}

/** The context menu of nodes, ports, links, the selection and the empty canvas. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<Target>({ kind: 'pane' });
  const several = (currentTab()?.selection.nodes.length ?? 0) > 1;
  const groups = MENUS[target.kind === 'node' && several ? 'selection' : target.kind];
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
        <ContextMenu.Content className="menu" collisionPadding={8}>
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
