import { create } from 'zustand';
import type { RunListing, RunQuery } from '#engine/protocol/api/runs.ts';

export const PAGE = 100;

interface HistoryState {
  readonly query: RunQuery;
  /** Ids of the chosen runs, in the order they were chosen. */
  readonly chosen: readonly string[];
}

export const EVERYTHING: RunQuery = {
  search: '',
  states: [],
  name: null,
  tag: null,
  sort: 'created',
  down: true,
  offset: 0,
  limit: PAGE,
};

/** What the list of runs shows and which of them are chosen; the same in the panel and in the large dialogue. */
export const useHistory = create<HistoryState>()(() => ({ query: EVERYTHING, chosen: [] }));

/** Another filter or order begins at the first page. */
export function changeQuery(change: Partial<RunQuery>): void {
  useHistory.setState(({ query }) => ({ query: { ...query, offset: 0, ...change } }));
}

export const choose = (chosen: readonly string[]): void => useHistory.setState({ chosen });

export type ChooseHow = 'only' | 'toggle' | 'range';

/** A click on a run of `shown`: alone, in addition (Ctrl), or up to there from the one chosen last (Shift). */
export function clickRun(shown: readonly RunListing[], id: string, how: ChooseHow): void {
  const { chosen } = useHistory.getState();
  switch (how) {
    case 'only':
      choose([id]);
      break;
    case 'toggle':
      choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
      break;
    case 'range': {
      const at = shown.findIndex((run) => run.id === id);
      const from = shown.findIndex((run) => run.id === chosen.at(-1));
      const [low, high] = from === -1 ? [at, at] : [Math.min(at, from), Math.max(at, from)];
      const between = shown.slice(low, high + 1).map((run) => run.id);
      choose([...chosen.filter((one) => !between.includes(one)), ...between]);
    }
  }
}
