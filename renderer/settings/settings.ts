import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const MOTIONS = ['system', 'reduced', 'full'] as const;
export type Motion = (typeof MOTIONS)[number];

interface Settings {
  readonly motion: Motion;
}

/** What a person set for how the page looks and feels, remembered by the browser. */
export const useSettings = create<Settings>()(
  persist((): Settings => ({ motion: 'system' }), { name: 'shuurai.settings' }),
);

export const changeSettings = (change: Partial<Settings>): void => {
  useSettings.setState(change);
};

const systemWantsLess = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Whether things should not move by themselves. */
export function wantsLessMotion(): boolean {
  const { motion } = useSettings.getState();
  return motion === 'system' ? systemWantsLess() : motion === 'reduced';
}

/** Keeps `data-motion` of the page in step with the setting and the system: style sheets read it. */
export function startMotion(): void {
  const show = (): void => {
    document.documentElement.dataset.motion = wantsLessMotion() ? 'reduced' : 'full';
  };
  useSettings.subscribe(show);
  window.matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', show);
  show();
}
