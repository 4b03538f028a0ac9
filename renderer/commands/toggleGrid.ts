import { t } from '#engine/core/text.ts';
import { useCanvasSettings } from '../canvas/canvasSettings.ts';
import { announce } from '../ui/announce.ts';
import { always, type Command } from './command.ts';

export const toggleGrid: Command = {
  id: 'toggle-grid',
  label: t`Snap to the grid, on or off`,
  menu: 'canvas',
  icon: 'grid',
  title: () => (useCanvasSettings.getState().grid ? t`Stop snapping to the grid` : t`Snap to the grid`),
  blocked: always,
  run() {
    useCanvasSettings.setState(({ grid }) => ({ grid: !grid }));
    announce(useCanvasSettings.getState().grid ? t`The grid is on` : t`The grid is off`);
  },
};
