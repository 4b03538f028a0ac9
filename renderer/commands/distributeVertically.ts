import { t } from '#engine/core/text.ts';
import { alignSelection, distribute } from '../canvas/alignSelection.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const distributeVertically: Command = {
  id: 'distribute-vertically',
  label: t`Distribute vertically`,
  menu: 'edit',
  icon: 'spreadDown',
  blocked: needsSeveral(3),
  run: () => alignSelection('distribute vertically', (boxes) => distribute(boxes, 'y')),
};
