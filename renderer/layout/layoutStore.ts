import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { t } from '#engine/core/text.ts';

export const PANELS = {
  palette: { label: t`Palette`, axis: 'x', sign: 1, initial: 188, min: 160, max: 360 },
  inspector: { label: t`Inspector`, axis: 'x', sign: -1, initial: 276, min: 240, max: 520 },
  runs: { label: t`Runs`, axis: 'y', sign: -1, initial: 262, min: 140, max: 640 },
} as const;
export type PanelName = keyof typeof PANELS;

interface PanelLayout {
  /** Pixels, of the width or height. */
  readonly size: number;
  readonly open: boolean;
}

type LayoutState = Readonly<Record<PanelName, PanelLayout>>;

const initial: LayoutState = {
  palette: { size: PANELS.palette.initial, open: true },
  inspector: { size: PANELS.inspector.initial, open: true },
  runs: { size: PANELS.runs.initial, open: true },
};

/** Sizes of the panels round the canvas, remembered by the browser. */
export const useLayout = create<LayoutState>()(
  persist((): LayoutState => initial, { name: 'shuurai.layout' }),
);

export function resizePanel(name: PanelName, size: number): void {
  const { min, max } = PANELS[name];
  const kept = Math.round(Math.min(max, Math.max(min, size)));
  useLayout.setState((state) => ({ [name]: { ...state[name], size: kept } }));
}

export function setPanelOpen(name: PanelName, open: boolean): void {
  useLayout.setState((state) => ({ [name]: { ...state[name], open } }));
}

export const togglePanel = (name: PanelName): void => setPanelOpen(name, !useLayout.getState()[name].open);
