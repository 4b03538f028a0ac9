import { t } from '#engine/core/text.ts';
import { moveCommand } from './moveCommand.ts';

export const moveLeft = moveCommand('left', t`Move left`);
