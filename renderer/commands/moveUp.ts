import { t } from '#engine/core/text.ts';
import { moveCommand } from './moveCommand.ts';

export const moveUp = moveCommand('up', t`Move up`);
