import { parseDocument } from '#engine/document/parse.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';

const PREFIX = 'shuurai.unsaved.';
/** A larger document is not written on every edit: that would be felt. The engine's draft, a moment later, has it. */
const MOST_NODES = 200;

/**
 * Edits the engine does not have yet, kept by the browser: they outlive a page that crashes before its next draft. One
 * entry a tab, gone as soon as the engine has the draft.
 */
export function journalEdit(tab: string, document: SwarmDocument): void {
  if (Object.keys(document.nodes).length > MOST_NODES) return;
  try {
    localStorage.setItem(PREFIX + tab, serialize(document));
  } catch {
    forgetEdit(tab); // the browser's room is full: an old entry must not outlive a newer draft
  }
}

export const forgetEdit = (tab: string): void => localStorage.removeItem(PREFIX + tab);

/** The document of a tab as it was when its page ended before the engine had it; null where nothing is missing. */
export function journaled(tab: string): SwarmDocument | null {
  const text = localStorage.getItem(PREFIX + tab);
  const result = text === null ? null : parseDocument(text);
  return result?.ok === true ? result.document : null;
}

/** Tabs that have an entry. */
export function journaledTabs(): readonly string[] {
  return Object.keys(localStorage).flatMap((key) =>
    key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [],
  );
}
