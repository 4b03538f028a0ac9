import { t } from '#engine/core/text.ts';
import { focusNextPart } from '../layout/windowParts.ts';
import { always, type Command } from './command.ts';

export const nextPart: Command = {
  id: 'next-part',
  label: t`Go to the next part of the window`,
  menu: 'canvas',
  shortcuts: ['F6'],
  worksInFields: true,
  blocked: always,
  run: () => focusNextPart(1),
};
