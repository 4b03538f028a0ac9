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

/** In a small window panels lie over the canvas, one at a time. */
interface SmallWindow {
  readonly small: boolean;
  /** The panel that is open there. Not remembered: a small window begins with its canvas. */
  readonly over: PanelName | null;
}

const smallest =
  typeof window === 'undefined' ? null : window.matchMedia('(max-width: 900px), (max-height: 520px)');

export const useSmallWindow = create<SmallWindow>()(() => ({
  small: smallest?.matches ?? false,
  over: null,
}));
smallest?.addEventListener('change', ({ matches }) =>
  useSmallWindow.setState({ small: matches, over: null }),
);

export function setPanelOpen(name: PanelName, open: boolean): void {
  const { small, over } = useSmallWindow.getState();
  if (!small) useLayout.setState((state) => ({ [name]: { ...state[name], open } }));
  else if (open) useSmallWindow.setState({ over: name });
  else if (over === name) useSmallWindow.setState({ over: null });
}

const isPanelOpen = (name: PanelName): boolean => {
  const { small, over } = useSmallWindow.getState();
  return small ? over === name : useLayout.getState()[name].open;
};

/** Whether a panel is open now, in a window of this size. */
export function usePanelOpen(name: PanelName): boolean {
  const open = useLayout((state) => state[name].open);
  const { small, over } = useSmallWindow();
  return small ? over === name : open;
}

export const togglePanel = (name: PanelName): void => setPanelOpen(name, !isPanelOpen(name));
