import { t } from '#engine/core/text.ts';
import { focusNextPart } from '../layout/windowParts.ts';
import { always, type Command } from './command.ts';

export const previousPart: Command = {
  id: 'previous-part',
  label: t`Go to the previous part of the window`,
  menu: 'canvas',
  shortcuts: ['Shift+F6'],
  worksInFields: true,
  blocked: always,
  run: () => focusNextPart(-1),
};
