import { t } from '#engine/core/text.ts';
import { newDocument as emptyDocument } from '#engine/document/create.ts';
import { openTab, useDocuments } from '../documents/store.ts';
import { always, type Command } from './command.ts';

/** "Untitled", "Untitled 2", ...: the first not among the open tabs. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}

export const newDocument: Command = {
  id: 'new',
  label: t`New swarm`,
  menu: 'file',
  icon: 'plus',
  shortcuts: ['Alt+N'],
  blocked: always,
  run() {
    const document = emptyDocument();
    const taken = useDocuments.getState().tabs.map((tab) => tab.document.meta.name);
    openTab({ document: { ...document, meta: { ...document.meta, name: freeName(t`Untitled`, taken) } } });
  },
};
