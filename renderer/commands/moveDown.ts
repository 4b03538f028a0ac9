import { t } from '#engine/core/text.ts';
import { moveCommand } from './moveCommand.ts';

export const moveDown = moveCommand('down', t`Move down`);
