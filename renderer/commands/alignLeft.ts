import { t } from '#engine/core/text.ts';
import { alignSelection } from '../canvas/alignSelection.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const alignLeft: Command = {
  id: 'align-left',
  label: t`Align left`,
  menu: 'edit',
  icon: 'alignLeft',
  shortcuts: ['Alt+Shift+L'],
  blocked: needsSeveral(2),
  run: () =>
    alignSelection(t`align left`, (boxes) => {
      const left = Math.min(...boxes.map(({ x }) => x));
      return boxes.map((box) => ({ ...box, x: left }));
    }),
};
