import { t } from '#engine/core/text.ts';
import { openLinkPicker } from '../canvas/linkPickerStore.ts';
import { pointedPort } from '../canvas/pointedPort.ts';
import type { Command } from './command.ts';
import { needsPort } from './conditions.ts';

export const linkFromPort: Command = {
  id: 'link-from-port',
  label: t`Link this port…`,
  menu: 'canvas',
  icon: 'link',
  blocked: needsPort,
  run() {
    const port = pointedPort();
    if (port !== null) openLinkPicker(port.node, port);
  },
};
