import { t } from '#engine/core/text.ts';
import { alignSelection } from '../canvas/alignSelection.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const alignBottom: Command = {
  id: 'align-bottom',
  label: t`Align bottom`,
  menu: 'edit',
  icon: 'alignBottom',
  shortcuts: ['Alt+Shift+B'],
  blocked: needsSeveral(2),
  run: () =>
    alignSelection(t`align bottom`, (boxes) => {
      const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
      return boxes.map((box) => ({ ...box, y: bottom - box.height }));
    }),
};
