import { t } from '#engine/core/text.ts';
import { alignSelection } from '../canvas/alignSelection.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const alignRight: Command = {
  id: 'align-right',
  label: t`Align right`,
  menu: 'edit',
  icon: 'alignRight',
  shortcuts: ['Alt+Shift+R'],
  blocked: needsSeveral(2),
  run: () =>
    alignSelection(t`align right`, (boxes) => {
      const right = Math.max(...boxes.map(({ x, width }) => x + width));
      return boxes.map((box) => ({ ...box, x: right - box.width }));
    }),
};
