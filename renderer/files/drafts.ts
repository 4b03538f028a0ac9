import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { newDocument } from '#engine/document/create.ts';
import { parseDocument } from '#engine/document/parse.ts';
import { serialize } from '#engine/document/serialize.ts';
import type { Draft } from '#engine/protocol/api/kept.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { type OpenDocument, openTab, showTab, tabById, useDocuments } from '../documents/store.ts';
import { engine, useConnection } from '../engine/client.ts';
import { notify } from '../ui/notices.ts';
import { forgetEdit, journalEdit, journaled, journaledTabs } from './journal.ts';

const WAIT_MS = 800;
const ACTIVE_KEY = 'shuurai.active-tab';

/** What of a tab the engine has; a tab that differs is saved. */
type Fingerprint = Pick<OpenDocument, 'document' | 'fileName' | 'dirty' | 'runId' | 'disk'> & {
  readonly order: number;
};
const kept = new Map<string, Fingerprint>();
const toDelete = new Set<string>();
let timer: ReturnType<typeof setTimeout> | null = null;
let saving: Promise<void> | null = null;
let restored = false;

const fingerprint = (tab: OpenDocument, order: number): Fingerprint => ({
  document: tab.document,
  fileName: tab.fileName,
  dirty: tab.dirty,
  runId: tab.runId,
  disk: tab.disk,
  order,
});

const same = (a: Fingerprint | undefined, b: Fingerprint): boolean =>
  a !== undefined &&
  a.document === b.document &&
  a.fileName === b.fileName &&
  a.dirty === b.dirty &&
  a.runId === b.runId &&
  a.disk === b.disk &&
  a.order === b.order;

/** Tabs that the engine does not have as they are now. */
function unsaved(): readonly (readonly [OpenDocument, Fingerprint])[] {
  return useDocuments.getState().tabs.flatMap((tab, order) => {
    const now = fingerprint(tab, order);
    return same(kept.get(tab.id), now) ? [] : [[tab, now] as const];
  });
}

/** Whether closing the page now would lose an edit: one that is neither in a file nor in a draft. */
const wouldLoseEdits = (): boolean =>
  unsaved().some(([tab]) => tab.dirty && kept.get(tab.id)?.document !== tab.document);

function toDraft(tab: OpenDocument, order: number): Draft {
  return {
    id: tab.id,
    fileName: tab.filePath ?? tab.fileName,
    dirty: tab.dirty,
    order,
    document: serialize(tab.document),
    runId: tab.runId,
    disk: tab.disk,
  };
}

/** Saves every draft that changed; resolves when the engine has them, or cannot be reached. */
async function flushDrafts(): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (!restored || useConnection.getState().state !== 'connected') return;
  saving = (saving ?? Promise.resolve()).then(saveAll);
  await saving;
}

async function saveAll(): Promise<void> {
  try {
    for (const id of [...toDelete]) {
      await engine.request('drafts.delete', { id });
      toDelete.delete(id);
    }
    for (const [tab, now] of unsaved()) {
      await engine.request('drafts.save', toDraft(tab, now.order));
      kept.set(tab.id, now);
      if (tabById(tab.id)?.document === tab.document) forgetEdit(tab.id);
    }
  } catch {
    schedule(); // the engine went away or the disk is full: the draft stays marked and is tried again
  }
}

function schedule(): void {
  timer ??= setTimeout(() => void flushDrafts(), WAIT_MS);
}

export function deleteDraft(id: string): void {
  kept.delete(id);
  forgetEdit(id);
  toDelete.add(id);
  schedule();
}

/** Opens the tabs of the last time. Returns how many. */
async function restore(): Promise<number> {
  const last = localStorage.getItem(ACTIVE_KEY); // before opening tabs, which changes it
  const drafts = (await engine.request('drafts.list', {})).toSorted((a, b) => a.order - b.order);
  const lost: string[] = [];
  const open = new Set(useDocuments.getState().tabs.map((tab) => tab.id));
  for (const draft of drafts) {
    if (open.has(draft.id)) continue;
    const newer = journaled(draft.id);
    const result = newer === null ? parseDocument(draft.document) : { ok: true as const, document: newer };
    if (!result.ok) {
      lost.push(draft.fileName ?? draft.id);
      continue;
    }
    const filePath = draft.fileName !== null && /[/\\]/.test(draft.fileName) ? draft.fileName : null;
    openTab(
      {
        id: draft.id,
        document: result.document,
        fileName: draft.fileName?.split(/[/\\]/).at(-1) ?? null,
        filePath,
        disk: draft.disk,
        dirty: draft.dirty || newer !== null,
        runId: draft.runId as RunId | null, // the engine names its runs
      },
      'behind',
    );
  }
  const begun = openUnknown();
  useDocuments.getState().tabs.forEach((tab, order) => {
    if (drafts.some((draft) => draft.id === tab.id) && journaled(tab.id) === null)
      kept.set(tab.id, fingerprint(tab, order));
  });
  if (lost.length > 0) notify(t`A draft could not be read and was left alone: ${lost.join(', ')}.`, 'warn');
  if (last !== null && useDocuments.getState().tabs.some((tab) => tab.id === last)) showTab(last);
  return drafts.length - lost.length + begun;
}

/** Tabs whose page ended before the engine had any draft of them. Returns how many. */
function openUnknown(): number {
  const open = new Set(useDocuments.getState().tabs.map((tab) => tab.id));
  const begun = journaledTabs().flatMap((id) => {
    const document = open.has(id) ? null : journaled(id);
    return document === null ? [] : [{ id, document, dirty: true }];
  });
  for (const tab of begun) openTab(tab, 'behind');
  return begun.length;
}

/**
 * Restores the drafts as soon as the engine answers, then keeps them up to date: shortly after each edit, when the
 * page is hidden, and after every reconnect. With nothing to restore the gallery opens over an empty document.
 */
export function startDrafts(): void {
  const begin = async (): Promise<void> => {
    if (restored) return;
    restored = true;
    try {
      const opened = await restore();
      if (opened === 0 && useDocuments.getState().tabs.length === 0) firstStart();
    } catch {
      restored = false; // the connection was lost meanwhile: try again with the next one
      return;
    }
    schedule();
  };
  useConnection.subscribe(({ state }, before) => {
    if (state === 'connected' && before.state !== 'connected') void begin().then(flushDrafts);
    // Without an engine the designer still works; drafts follow when it is back.
    if (state === 'lost' && useDocuments.getState().tabs.length === 0) firstStart();
  });
  useDocuments.subscribe(({ tabs, activeId }, before) => {
    if (activeId !== before.activeId && activeId !== null) localStorage.setItem(ACTIVE_KEY, activeId);
    if (tabs === before.tabs) return;
    for (const tab of tabs) {
      const old = before.tabs.find(({ id }) => id === tab.id);
      if (old !== undefined && old.document !== tab.document) journalEdit(tab.id, tab.document);
    }
    schedule();
  });
  document.addEventListener('visibilitychange', () => document.hidden && void flushDrafts());
  window.addEventListener('beforeunload', (event) => {
    void flushDrafts();
    if (wouldLoseEdits()) event.preventDefault();
  });
  window.shuurai?.onFlush(flushDrafts);
}

function firstStart(): void {
  const empty = newDocument();
  openTab({ document: { ...empty, meta: { ...empty.meta, name: t`Untitled` } } });
  openDialog({ kind: 'gallery' });
}
