import { create } from 'zustand';

interface HistoryMenuState {
  readonly open: boolean;
  /** What had the focus before, and gets it back. */
  readonly before: Element | null;
}

/** Whether the list of steps is open. */
export const useHistoryMenu = create<HistoryMenuState>()(() => ({ open: false, before: null }));
