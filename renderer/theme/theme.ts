import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const THEME_CHOICES = ['system', 'dark', 'light'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

interface ThemeState {
  readonly choice: ThemeChoice;
  /** What is on the screen now; `system` resolved. */
  readonly shown: 'dark' | 'light';
}

const systemTheme = (): 'dark' | 'light' =>
  window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';

export const useTheme = create<ThemeState>()(
  persist((): ThemeState => ({ choice: 'system', shown: 'dark' }), {
    name: 'shuurai.theme',
    partialize: ({ choice }) => ({ choice }),
  }),
);

export function setTheme(choice: ThemeChoice): void {
  const shown = choice === 'system' ? systemTheme() : choice;
  document.documentElement.dataset.theme = shown;
  useTheme.setState({ choice, shown });
}

/** Puts the remembered theme on the page before the first paint, and follows the system while so chosen. */
export function startTheme(): void {
  setTheme(useTheme.getState().choice);
  window.matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => {
    if (useTheme.getState().choice === 'system') setTheme('system');
  });
}
