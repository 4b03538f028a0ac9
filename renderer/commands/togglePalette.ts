import { t } from '#engine/core/text.ts';
import { togglePanel } from '../layout/layoutStore.ts';
import { always, type Command } from './command.ts';

export const togglePalette: Command = {
  id: 'toggle-palette',
  label: t`Show or hide the palette`,
  menu: 'view',
  icon: 'panelLeft',
  shortcuts: ['Alt+1'],
  worksInFields: true,
  blocked: always,
  run: () => togglePanel('palette'),
};
