import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const MOTIONS = ['system', 'reduced', 'full'] as const;
export type Motion = (typeof MOTIONS)[number];

interface Settings {
  readonly motion: Motion;
  /** Dots on the canvas. */
  readonly grid: boolean;
  /** Nodes that are moved keep to the grid. */
  readonly snap: boolean;
}

/** Distance of the dots of the canvas, and of the places moved nodes keep to. */
export const GRID_STEP = 22;

/** What a person set for how the page looks and feels, remembered by the browser. */
export const useSettings = create<Settings>()(
  persist((): Settings => ({ motion: 'system', grid: true, snap: false }), { name: 'shuurai.settings' }),
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
