import { t } from '#engine/core/text.ts';
import { goCommand } from './goCommand.ts';

export const goUp = goCommand('up', t`Go to the node above`);
