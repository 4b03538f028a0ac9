import { t } from '#engine/core/text.ts';
import { setTheme, useTheme } from '../theme/theme.ts';
import { always, type Command } from './command.ts';

export const toggleTheme: Command = {
  id: 'toggle-theme',
  label: t`Switch between dark and light`,
  menu: 'view',
  icon: 'sun',
  blocked: always,
  run: () => setTheme(useTheme.getState().shown === 'dark' ? 'light' : 'dark'),
};
