import type { FlowEdge, FlowNode } from './flowNode.ts';

/** What is selected of the canvas, by the ids of its nodes and links. */
export interface Chosen<Id extends string = string> {
  readonly ids: ReadonlySet<Id>;
  /**
   * So little that it is lifted over the rest, that its links have halos, and that Tab goes from one to the next. Of a thousand nodes
   * nobody could make that out, while a thousand of them change their order for it.
   */
  readonly few: boolean;
}

/** More than this is not few. */
export const MOST_LIFTED = 100;

/** Nodes and links that are selected lie over all others. */
export const LIFTED_Z = 1000;

/** How a thing stands among the others: whether it is selected, and whether that lifts it. */
export interface Standing {
  readonly selected: boolean;
  readonly lifted: boolean;
}

export const standingOf = ({ ids, few }: Chosen, id: string): Standing => {
  const selected = ids.has(id);
  return { selected, lifted: selected && few };
};

/** Whether it was drawn as it stands now. */
export const standsTheSame = (old: FlowNode | FlowEdge, { selected, lifted }: Standing): boolean =>
  old.selected === selected && (old.domAttributes?.tabIndex === 0) === lifted;

/** Only what is selected is reached by Tab: from there, and from the canvas itself, keys lead to all others. */
export const tabStop = ({ lifted }: Standing) => ({ tabIndex: lifted ? 0 : -1 });
