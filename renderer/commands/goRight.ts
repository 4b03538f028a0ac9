import { t } from '#engine/core/text.ts';
import { goCommand } from './goCommand.ts';

export const goRight = goCommand('right', t`Go to the node on the right`);
