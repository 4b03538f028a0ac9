import { t } from '#engine/core/text.ts';
import { alignSelection } from '../canvas/alignSelection.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const alignTop: Command = {
  id: 'align-top',
  label: t`Align top`,
  menu: 'edit',
  icon: 'alignTop',
  shortcuts: ['Alt+Shift+T'],
  blocked: needsSeveral(2),
  run: () =>
    alignSelection(t`align top`, (boxes) => {
      const top = Math.min(...boxes.map(({ y }) => y));
      return boxes.map((box) => ({ ...box, y: top }));
    }),
};
