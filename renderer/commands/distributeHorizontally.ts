import { t } from '#engine/core/text.ts';
import { alignSelection, distribute } from '../canvas/alignSelection.ts';
import type { Command } from './command.ts';
import { needsSeveral } from './conditions.ts';

export const distributeHorizontally: Command = {
  id: 'distribute-horizontally',
  label: t`Distribute horizontally`,
  menu: 'edit',
  icon: 'spreadAcross',
  blocked: needsSeveral(3),
  run: () => alignSelection('distribute horizontally', (boxes) => distribute(boxes, 'x')),
};
