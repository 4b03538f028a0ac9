import { t } from '#engine/core/text.ts';
import { alignSelection } from '../canvas/alignSelection.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const alignCentre: Command = {
  id: 'align-centre',
  label: t`Align centres`,
  menu: 'edit',
  icon: 'alignCentre',
  shortcuts: ['Alt+Shift+C'],
  blocked: needsSeveral(2),
  run: () =>
    alignSelection(t`align centres`, (boxes) => {
      const left = Math.min(...boxes.map(({ x }) => x));
      const right = Math.max(...boxes.map(({ x, width }) => x + width));
      return boxes.map((box) => ({ ...box, x: (left + right - box.width) / 2 }));
    }),
};
