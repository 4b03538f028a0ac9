import { t } from '#engine/core/text.ts';
import { useCanvasSettings } from '../canvas/canvasSettings.ts';
import { announce } from '../ui/announce.ts';
import { always, type Command } from './command.ts';

export const toggleGuides: Command = {
  id: 'toggle-guides',
  label: t`Snap to other nodes, on or off`,
  menu: 'canvas',
  icon: 'guides',
  title: () =>
    useCanvasSettings.getState().guides ? t`Stop snapping to other nodes` : t`Snap to other nodes`,
  blocked: always,
  run() {
    useCanvasSettings.setState(({ guides }) => ({ guides: !guides }));
    announce(useCanvasSettings.getState().guides ? t`Snapping to nodes is on` : t`Snapping to nodes is off`);
  },
};
