import { t } from '#engine/core/text.ts';
import { nodeAtKeyboard } from '../canvas/goTo.ts';
import { openLinkPicker } from '../canvas/linkPickerStore.ts';
import type { Command } from './command.ts';
import { needsNodes } from './conditions.ts';

/** Draws a link without the pointer: choose the port, then where it ends. */
export const startLink: Command = {
  id: 'start-link',
  label: t`Link the node…`,
  menu: 'edit',
  icon: 'link',
  shortcuts: ['L'],
  onCanvas: true,
  blocked: needsNodes,
  run() {
    const node = nodeAtKeyboard();
    if (node !== null) openLinkPicker(node, null);
  },
};
