import { t } from '#engine/core/text.ts';
import { goCommand } from './goCommand.ts';

export const goDown = goCommand('down', t`Go to the node below`);
