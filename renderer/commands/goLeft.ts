import { t } from '#engine/core/text.ts';
import { goCommand } from './goCommand.ts';

export const goLeft = goCommand('left', t`Go to the node on the left`);
