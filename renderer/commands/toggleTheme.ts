import { setTheme, useTheme } from '../theme/theme.ts';
import { always, type Command } from './command.ts';

export const toggleTheme: Command = {
  id: 'toggle-theme',
  label: 'Switch between dark and light',
  menu: 'view',
  icon: 'sun',
  blocked: always,
  run: () => setTheme(useTheme.getState().shown === 'dark' ? 'light' : 'dark'),
};
