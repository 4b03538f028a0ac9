import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { describeProblems, parseDocument } from '#engine/document/parse.ts';
import { openTab, showRun, showTab, useDocuments } from '../documents/store.ts';
import { engine } from '../engine/client.ts';

/** Shows a kept run: in the tab that has it, else in a new tab with the document as it was run. */
export async function openRun(id: string): Promise<void> {
  const runId = id as RunId; // came from the engine's own list
  const known = useDocuments.getState().tabs.find((tab) => tab.runId === runId);
  if (known !== undefined) {
    showTab(known.id);
    return;
  }
  const detail = await engine.request('runs.get', { runId });
  const parsed = parseDocument(detail.document);
  if (!parsed.ok)
    throw new Error(
      t`The document of this run cannot be read: ${describeProblems(parsed.problems, 'document')}`,
    );
  showRun(openTab({ document: parsed.document }), runId);
}
