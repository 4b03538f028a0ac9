import { t } from '#engine/core/text.ts';
import { togglePanel } from '../layout/layoutStore.ts';
import { always, type Command } from './command.ts';

export const toggleRuns: Command = {
  id: 'toggle-runs',
  label: t`Show or hide the runs panel`,
  menu: 'view',
  icon: 'panelBottom',
  shortcuts: ['Alt+3'],
  worksInFields: true,
  blocked: always,
  run: () => togglePanel('runs'),
};
