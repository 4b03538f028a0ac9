import { freeName } from '../commands/newDocument.ts';
import { closeTab, currentTab, openTab, useDocuments } from '../documents/store.ts';
import { deleteDraft } from '../files/drafts.ts';
import { startRun } from '../live/runControl.ts';
import type { Template } from './templates.ts';

/** Opens a template as a new swarm. An untouched empty tab makes way for it. */
export function openTemplate({ document }: Template): void {
  const shown = currentTab();
  const empty =
    shown !== null && !shown.dirty && Object.keys(shown.document.nodes).length === 0 && shown.runId === null;
  const taken = useDocuments.getState().tabs.map((tab) => tab.document.meta.name);
  openTab({
    document: { ...document, meta: { ...document.meta, name: freeName(document.meta.name, taken) } },
  });
  if (!empty) return;
  closeTab(shown.id);
  deleteDraft(shown.id);
}

export async function openAndRun(template: Template): Promise<void> {
  openTemplate(template);
  const tab = currentTab();
  if (tab !== null) await startRun(tab);
}
