import { create } from 'zustand';
import { followById } from '../ui/followById.ts';
import { rememberLast } from '../ui/rememberLast.ts';

interface Highlight {
  /**
   * What is under the pointer in a chart, a table or on the canvas, by its id: a fish, `swarm`, a node, a link. All of them
   * light it up together; a node of several fish stands for each of them.
   */
  readonly fish: string | null;
  /** The round under the pointer in a chart, a table or a tree. */
  readonly round: number | null;
}

export const useHighlight = create<Highlight>()(() => ({ fish: null, round: null }));

export const lightUp = (fish: string | null): void => {
  if (useHighlight.getState().fish !== fish) useHighlight.setState({ fish });
};
export const pointAtRound = (round: number | null): void => {
  if (useHighlight.getState().round !== round) useHighlight.setState({ round });
};

/** Whether `lit` is this, or the school that this is a fish of. */
export const isLitBy = (id: string, lit: string | null): boolean =>
  lit !== null && (id === lit || id.startsWith(`${lit}:`));

const only = rememberLast(
  (id: string | null): ReadonlyMap<string, true> => new Map(id === null ? [] : [[id, true]]),
);

/** What is lit up itself, by id: for each of many nodes and links. */
export const litUp = followById([useHighlight], () => only(useHighlight.getState().fish));
