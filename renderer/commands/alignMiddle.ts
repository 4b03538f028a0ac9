import { t } from '#engine/core/text.ts';
import { alignSelection } from '../canvas/alignSelection.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const alignMiddle: Command = {
  id: 'align-middle',
  label: t`Align middles`,
  menu: 'edit',
  icon: 'alignMiddle',
  shortcuts: ['Alt+Shift+M'],
  blocked: needsSeveral(2),
  run: () =>
    alignSelection(t`align middles`, (boxes) => {
      const top = Math.min(...boxes.map(({ y }) => y));
      const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
      return boxes.map((box) => ({ ...box, y: (top + bottom - box.height) / 2 }));
    }),
};
