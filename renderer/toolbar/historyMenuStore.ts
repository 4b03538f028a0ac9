import { create } from 'zustand';

/** Whether the list of steps is open. */
export const useHistoryMenu = create<{ readonly open: boolean }>()(() => ({ open: false }));
