import { ContextMenu } from 'radix-ui';
import { type MouseEvent, type ReactNode, useState } from 'react';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { commandById } from '../commands/registry.ts';
import { currentTab, select } from '../documents/store.ts';
import { CommandMenuItem } from '../toolbar/CommandMenuItem.tsx';
import { useCanvas } from './canvasStore.ts';
import { FishMenuItems } from './FishMenuItems.tsx';

type Target =
  | { readonly kind: 'node'; readonly id: NodeId; readonly fish: string | null }
  | { readonly kind: 'link'; readonly id: LinkId }
  | { readonly kind: 'pane' };

const COMMANDS: Record<Target['kind'], readonly (readonly string[])[]> = {
  node: [
    ['cut', 'copy', 'duplicate', 'delete'],
    ['align-left', 'align-top', 'distribute-horizontally', 'distribute-vertically'],
    ['zoom-selection'],
  ],
  link: [['cut-link', 'restore-link'], ['delete']],
  pane: [
    ['quick-add', 'paste', 'select-all'],
    ['auto-layout', 'zoom-fit'],
    ['undo', 'redo'],
  ],
};

function targetOf(event: MouseEvent): Target {
  const at = event.target instanceof Element ? event.target : null;
  const node = at?.closest<HTMLElement>('[data-node]')?.dataset.node;
  if (node !== undefined) {
    const fish = at?.closest<HTMLElement>('[data-fish]')?.dataset.fish ?? null;
    return { kind: 'node', id: node as NodeId, fish }; // written by SwarmNodeView
  }
  const link = at?.closest<HTMLElement>('.react-flow__edge')?.dataset.id;
  if (link !== undefined) return { kind: 'link', id: link as LinkId }; // flow ids of edges are link ids
  return { kind: 'pane' };
}

/** What is under the pointer becomes the selection, unless it already belongs to it. */
function selectTarget(target: Target): void {
  const selection = currentTab()?.selection;
  if (target.kind === 'node' && selection?.nodes.includes(target.id) !== true) select({ nodes: [target.id] });
  if (target.kind === 'link' && selection?.links.includes(target.id) !== true) select({ links: [target.id] });
}

/** The context menu of nodes, links and the empty canvas. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<Target>({ kind: 'pane' });
  const several = (currentTab()?.selection.nodes.length ?? 0) > 1;
  const groups = COMMANDS[target.kind].filter((ids) => several || ids[0] !== 'align-left');
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        className="canvas-menu-trigger"
        onContextMenu={(event) => {
          const next = targetOf(event);
          setTarget(next);
          selectTarget(next);
          useCanvas.setState({ quickAdd: null });
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
