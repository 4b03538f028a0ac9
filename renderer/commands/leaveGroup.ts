import { t } from '#engine/core/text.ts';
import { leaveGroup as leave } from '../canvas/groups/enterGroup.ts';
import { currentTab } from '../documents/store.ts';
import type { Command } from './command.ts';

/** Escape does it, too, once nothing is selected: see ./selectNone.ts. */
export const leaveGroup: Command = {
  id: 'leave-group',
  label: t`Leave group`,
  menu: 'view',
  icon: 'back',
  shortcuts: ['Shift+Enter'],
  blocked: () => ((currentTab()?.inside ?? null) === null ? t`The whole swarm is shown already.` : null),
  run: () => leave(),
};
