import { create } from 'zustand';

/** The fish (or 'swarm') under the pointer in a chart or table; charts, table and canvas light it up together. */
export const useHighlight = create<{ readonly fish: string | null }>()(() => ({ fish: null }));
