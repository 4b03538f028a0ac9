import { useActiveDocument } from '../documents/store.ts';
import type { ProposedCharts } from './chartBoard.ts';

/** The charts the shown document asks for. */
export const useProposedCharts = (): ProposedCharts => useActiveDocument()?.meta.charts;
