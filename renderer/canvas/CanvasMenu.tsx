import { ContextMenu } from 'radix-ui';
import { type MouseEvent, type ReactNode, useState } from 'react';
import type { CommentId, GroupId, LinkId, NodeId } from '#engine/core/brand.ts';
import { commandById } from '../commands/registry.ts';
import { currentTab, select } from '../documents/store.ts';
import { CommandMenuItem } from '../toolbar/CommandMenuItem.tsx';
import { useCanvas } from './canvasStore.ts';
import { FishMenuItems } from './FishMenuItems.tsx';

type Target =
  | { readonly kind: 'node'; readonly id: NodeId; readonly fish: string | null }
  | { readonly kind: 'link'; readonly id: LinkId }
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'comment'; readonly id: CommentId }
  | { readonly kind: 'pane' };

const COMMANDS: Record<Target['kind'], readonly (readonly string[])[]> = {
  node: [
    ['cut', 'copy', 'duplicate', 'delete'],
    ['align-left', 'align-top', 'distribute-horizontally', 'distribute-vertically'],
    ['group', 'take-out-of-group', 'save-piece'],
    ['unfold-school', 'fold-school'],
    ['zoom-selection'],
  ],
  group: [
    ['enter-group', 'collapse-group', 'ungroup'],
    ['cut', 'copy', 'duplicate', 'delete'],
    ['group', 'take-out-of-group', 'save-piece'],
    ['zoom-selection'],
  ],
  comment: [['cut', 'copy', 'duplicate', 'delete'], ['group']],
  link: [['cut-link', 'restore-link'], ['delete']],
  pane: [
    ['quick-add', 'add-comment', 'paste', 'select-all'],
    ['leave-group'],
    ['auto-layout', 'zoom-fit'],
    ['undo', 'redo'],
  ],
};

/** Left out of the menu where they cannot be done, since there they would mean nothing. */
const ONLY_WHERE_IT_FITS: ReadonlySet<string> = new Set([
  'take-out-of-group',
  'unfold-school',
  'fold-school',
  'leave-group',
]);

function targetOf(event: MouseEvent): Target {
  const at = event.target instanceof Element ? event.target : null;
  const node = at?.closest<HTMLElement>('[data-node]')?.dataset.node;
  if (node !== undefined) {
    const fish = at?.closest<HTMLElement>('[data-fish]')?.dataset.fish ?? null;
    return { kind: 'node', id: node as NodeId, fish }; // written by SwarmNodeView
  }
  const group = at?.closest<HTMLElement>('[data-group]')?.dataset.group;
  if (group !== undefined) return { kind: 'group', id: group as GroupId }; // written by GroupFrame and GroupCard
  const comment = at?.closest<HTMLElement>('[data-comment]')?.dataset.comment;
  if (comment !== undefined) return { kind: 'comment', id: comment as CommentId }; // written by CommentView
  const link = at?.closest<HTMLElement>('.react-flow__edge')?.dataset.id;
  if (link !== undefined) return { kind: 'link', id: link as LinkId }; // flow ids of edges are link ids
  return { kind: 'pane' };
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

/** The context menu of nodes, links and the empty canvas. */
export function CanvasMenu({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<Target>({ kind: 'pane' });
  const several = (currentTab()?.selection.nodes.length ?? 0) > 1;
  const groups = COMMANDS[target.kind]
    .filter((ids) => several || ids[0] !== 'align-left')
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
