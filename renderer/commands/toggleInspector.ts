import { t } from '#engine/core/text.ts';
import { togglePanel } from '../layout/layoutStore.ts';
import { always, type Command } from './command.ts';

export const toggleInspector: Command = {
  id: 'toggle-inspector',
  label: t`Show or hide the inspector`,
  menu: 'view',
  icon: 'panelRight',
  shortcuts: ['Alt+2'],
  worksInFields: true,
  blocked: always,
  run: () => togglePanel('inspector'),
};
