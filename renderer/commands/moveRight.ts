import { t } from '#engine/core/text.ts';
import { moveCommand } from './moveCommand.ts';

export const moveRight = moveCommand('right', t`Move right`);
