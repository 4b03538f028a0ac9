import { create } from 'zustand';
import { setPanelOpen } from '../layout/layoutStore.ts';

export type RunsTab =
  | 'learning'
  | 'fish'
  | 'confusion'
  | 'weights'
  | 'topology'
  | 'lineage'
  | 'try'
  | 'runs'
  | 'log';

/** Which view the panel under the canvas shows. */
export const useRunsTab = create<{ readonly tab: RunsTab }>()(() => ({ tab: 'learning' }));

export function showRunsTab(tab: RunsTab): void {
  setPanelOpen('runs', true);
  useRunsTab.setState({ tab });
}
