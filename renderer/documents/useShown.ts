import type { RunId } from '#engine/core/brand.ts';
import { activeTab, useDocuments } from './store.ts';

/** The run shown with the active document; null while there is none. */
export const useShownRun = (): RunId | null => useDocuments((state) => activeTab(state)?.runId ?? null);
