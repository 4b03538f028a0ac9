import { freeze } from 'immer';
import { create } from 'zustand';
import type { CommentId, GroupId, LinkId, NodeId, RunId } from '#engine/core/brand.ts';
import { groupChain } from '#engine/document/groups.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { DiskStamp } from '#engine/protocol/api/kept.ts';
import {
  edit,
  emptyHistory,
  endGesture,
  type History,
  jump,
  lastStep,
  redo,
  type Step,
  undo,
  type Versioned,
} from './history.ts';
import { viewOf } from './view.ts';

export interface Selection {
  readonly nodes: readonly NodeId[];
  readonly links: readonly LinkId[];
  readonly groups: readonly GroupId[];
  readonly comments: readonly CommentId[];
}
export const nothingSelected: Selection = { nodes: [], links: [], groups: [], comments: [] };

/** One tab. Run results are never in it, only which run is shown with it. */
export interface OpenDocument {
  readonly id: string;
  readonly document: SwarmDocument;
  /** Name of the file it was opened from or saved to; null while unnamed. */
  readonly fileName: string | null;
  /** Its path on disk where the shell knows one (desktop). */
  readonly filePath: string | null;
  /** What of that file the tab goes by, to notice when somebody else changes it; null: nothing seen yet. */
  readonly disk: DiskStamp;
  /** Differs from that file; for an unnamed document: was edited. */
  readonly dirty: boolean;
  readonly history: History;
  /** The last step that is in the file; null: none is; `undefined`: the file's state is not in this history. */
  readonly savedAt: Step | null | undefined;
  readonly selection: Selection;
  /** The group the canvas shows alone; null: the whole swarm. */
  readonly inside: GroupId | null;
  readonly runId: RunId | null;
}

interface DocumentsState {
  readonly tabs: readonly OpenDocument[];
  readonly activeId: string | null;
}

/** Every open document. Change it through the functions below. */
export const useDocuments = create<DocumentsState>()(() => ({ tabs: [], activeId: null }));

export const activeTab = (state: DocumentsState): OpenDocument | null =>
  state.tabs.find((tab) => tab.id === state.activeId) ?? null;
export const tabOf = (state: DocumentsState, id: string): OpenDocument | null =>
  state.tabs.find((tab) => tab.id === id) ?? null;
export const currentTab = (): OpenDocument | null => activeTab(useDocuments.getState());
export const tabById = (id: string): OpenDocument | null => tabOf(useDocuments.getState(), id);

/** The active document; null while none is open. */
export const useActiveDocument = (): SwarmDocument | null =>
  useDocuments((state) => activeTab(state)?.document ?? null);

export type NewTab = Pick<OpenDocument, 'document'> &
  Partial<Pick<OpenDocument, 'id' | 'fileName' | 'filePath' | 'disk' | 'dirty' | 'runId'>>;

/** Opens a tab at the end and, unless told otherwise, shows it. Returns its id. */
export function openTab(tab: NewTab, show: 'show' | 'behind' = 'show'): string {
  const id = tab.id ?? crypto.randomUUID();
  const opened: OpenDocument = {
    fileName: null,
    filePath: null,
    disk: null,
    dirty: false,
    runId: null,
    ...tab,
    // Nobody writes to an open document but by an edit, so that what was made of a part of it holds while that is the same.
    document: freeze(tab.document, true),
    id,
    history: emptyHistory,
    savedAt: tab.dirty === true ? undefined : null,
    selection: nothingSelected,
    inside: null,
  };
  useDocuments.setState((state) => ({
    tabs: [...state.tabs.filter((other) => other.id !== id), opened],
    activeId: show === 'show' || state.activeId === null ? id : state.activeId,
  }));
  return id;
}

export const showTab = (id: string): void => useDocuments.setState({ activeId: id });

/** Closes a tab without asking, and shows its neighbour. */
export function closeTab(id: string): void {
  useDocuments.setState((state) => {
    const index = state.tabs.findIndex((tab) => tab.id === id);
    const tabs = state.tabs.filter((tab) => tab.id !== id);
    const neighbour = tabs[Math.min(Math.max(index, 0), tabs.length - 1)]?.id ?? null;
    return { tabs, activeId: state.activeId === id ? neighbour : state.activeId };
  });
}

export function patchTab(id: string, change: (tab: OpenDocument) => Partial<OpenDocument>): void {
  useDocuments.setState((state) => ({
    tabs: state.tabs.map((tab) => (tab.id === id ? { ...tab, ...change(tab) } : tab)),
  }));
}

function moveTo(tab: OpenDocument, next: Versioned<SwarmDocument>): Partial<OpenDocument> {
  if (next.value === tab.document && next.history === tab.history) return {};
  const inside =
    groupChain(tab.document, tab.inside).find((id) => next.value.groups[id] !== undefined) ?? null;
  return {
    document: next.value,
    history: next.history,
    dirty: lastStep(next.history) !== tab.savedAt,
    selection: pruneSelection(tab.selection, next.value, inside),
    inside,
  };
}

const versioned = (tab: OpenDocument): Versioned<SwarmDocument> => ({
  value: tab.document,
  history: tab.history,
});

/**
 * Edits a document as one undoable step named `label` ("move 3 nodes"). Edits sharing a `gesture` join into one step
 * until `endEditGesture`.
 */
function editDocument(
  id: string,
  label: string,
  recipe: (draft: SwarmDocument) => void,
  gesture: string | null = null,
): void {
  patchTab(id, (tab) => moveTo(tab, edit(versioned(tab), label, recipe, gesture)));
}

/** Edits the active document; does nothing while none is open. */
export function editActive(
  label: string,
  recipe: (draft: SwarmDocument) => void,
  gesture: string | null = null,
): void {
  const { activeId } = useDocuments.getState();
  if (activeId !== null) editDocument(activeId, label, recipe, gesture);
}

export function endEditGesture(): void {
  const { activeId } = useDocuments.getState();
  if (activeId === null) return;
  patchTab(activeId, (tab) => {
    const history = endGesture(tab.history);
    // The last step may be replaced by a copy, so the mark of the saved point moves with it.
    return { history, savedAt: tab.savedAt === lastStep(tab.history) ? lastStep(history) : tab.savedAt };
  });
}

export const undoEdit = (id: string): void => patchTab(id, (tab) => moveTo(tab, undo(versioned(tab))));
export const redoEdit = (id: string): void => patchTab(id, (tab) => moveTo(tab, redo(versioned(tab))));

/** Undoes (below 0) or redoes that many steps at once. */
export const jumpEdits = (id: string, steps: number): void =>
  patchTab(id, (tab) => moveTo(tab, jump(versioned(tab), steps)));

export function markSaved(id: string, file: { fileName: string; filePath: string | null }): void {
  patchTab(id, (tab) => {
    // Later edits must not join a step that is already in the file.
    const history = endGesture(tab.history);
    return { ...file, dirty: false, history, savedAt: lastStep(history) };
  });
}

/** Shows a group alone on the canvas of the active document, or the whole swarm. Nothing is selected then. */
export function lookInto(group: GroupId | null): void {
  const { activeId } = useDocuments.getState();
  if (activeId === null) return;
  patchTab(activeId, (tab) => (tab.inside === group ? {} : { inside: group, selection: nothingSelected }));
}

const sameIds = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

const sameSelection = (a: Selection, b: Selection): boolean =>
  sameIds(a.nodes, b.nodes) &&
  sameIds(a.links, b.links) &&
  sameIds(a.groups, b.groups) &&
  sameIds(a.comments, b.comments);

export function select(selection: Partial<Selection>): void {
  const { activeId } = useDocuments.getState();
  if (activeId === null) return;
  const next = { ...nothingSelected, ...selection };
  patchTab(activeId, (tab) => (sameSelection(tab.selection, next) ? {} : { selection: next }));
}

/** How many things are selected. */
export const selectionSize = ({ nodes, links, groups, comments }: Selection): number =>
  nodes.length + links.length + groups.length + comments.length;

/** What of a selection can be seen still. */
function pruneSelection(selection: Selection, document: SwarmDocument, inside: GroupId | null): Selection {
  const view = viewOf(document, inside);
  const nodes = new Set(view.nodes);
  const groups = new Set([...view.frames, ...view.cards]);
  const comments = new Set(view.comments);
  const kept: Selection = {
    nodes: selection.nodes.filter((id) => nodes.has(id)),
    links: selection.links.filter((id) => document.links[id] !== undefined),
    groups: selection.groups.filter((id) => groups.has(id)),
    comments: selection.comments.filter((id) => comments.has(id)),
  };
  return selectionSize(kept) === selectionSize(selection) ? selection : kept;
}

/** Which run is shown with a document; null shows none. */
export const showRun = (id: string, runId: RunId | null): void => patchTab(id, () => ({ runId }));
