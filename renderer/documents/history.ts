import { applyPatches, enablePatches, type Patch, produceWithPatches } from 'immer';

enablePatches();

/** One undoable edit, as the patches that make and unmake it. */
export interface Step {
  readonly label: string;
  /** Edits with the same gesture (one drag, one slider pull) join into one step while the gesture is open. */
  readonly gesture: string | null;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

/** A stack as a linked list, so that an edit costs the same after ten thousand edits as after one. */
interface Stack {
  readonly step: Step;
  readonly rest: Stack | null;
}

export interface History {
  readonly past: Stack | null;
  readonly future: Stack | null;
}

export interface Versioned<T> {
  readonly value: T;
  readonly history: History;
}

export const emptyHistory: History = { past: null, future: null };

/** The step that an undo would take back. */
export const lastStep = (history: History): Step | null => history.past?.step ?? null;

export const undoLabel = (history: History): string | null => history.past?.step.label ?? null;
export const redoLabel = (history: History): string | null => history.future?.step.label ?? null;

/** The steps that could be undone, the last one first, and those that could be redone, the next one first. */
export function stepsOf(history: History): {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
} {
  return { past: [...walk(history.past)], future: [...walk(history.future)] };
}

function* walk(stack: Stack | null): Generator<Step> {
  for (let at = stack; at !== null; at = at.rest) yield at.step;
}

/**
 * Changes `value` by an immer recipe and remembers how to undo it. A recipe that changes nothing leaves no step.
 * `gesture` joins it with the last step, if that belongs to the same gesture.
 */
export function edit<T extends object>(
  { value, history }: Versioned<T>,
  label: string,
  recipe: (draft: T) => void,
  gesture: string | null = null,
): Versioned<T> {
  const [next, patches, inverse] = produceWithPatches(value, (draft) => {
    recipe(draft as T); // immer's Draft<T> only removes readonly, which a recipe may not rely on
  });
  if (patches.length === 0) return { value, history };
  const last = history.past?.step;
  if (gesture !== null && last?.gesture === gesture) {
    const joined = join(last, { label, gesture, patches, inverse });
    return { value: next, history: { past: { step: joined, rest: history.past!.rest }, future: null } };
  }
  return {
    value: next,
    history: { past: { step: { label, gesture, patches, inverse }, rest: history.past }, future: null },
  };
}

/** Ends the open gesture: the next edit is a step of its own even under the same gesture name. */
export function endGesture(history: History): History {
  const { past } = history;
  if (past === null || past.step.gesture === null) return history;
  return { ...history, past: { step: { ...past.step, gesture: null }, rest: past.rest } };
}

export function undo<T extends object>({ value, history }: Versioned<T>): Versioned<T> {
  const { past, future } = history;
  if (past === null) return { value, history };
  return {
    value: applyPatches(value, past.step.inverse as Patch[]), // immer's signature lacks readonly; it does not write
    history: { past: past.rest, future: { step: past.step, rest: future } },
  };
}

export function redo<T extends object>({ value, history }: Versioned<T>): Versioned<T> {
  const { past, future } = history;
  if (future === null) return { value, history };
  return {
    value: applyPatches(value, future.step.patches as Patch[]), // see undo
    history: { past: { step: withoutGesture(future.step), rest: past }, future: future.rest },
  };
}

/** Undoes (below 0) or redoes that many steps, as far as there are any. */
export function jump<T extends object>(from: Versioned<T>, steps: number): Versioned<T> {
  let at = from;
  for (let left = Math.abs(steps); left > 0; left -= 1) at = steps < 0 ? undo(at) : redo(at);
  return at;
}

/** The same object where no gesture is open: a step keeps its identity through undo and redo. */
const withoutGesture = (step: Step): Step => (step.gesture === null ? step : { ...step, gesture: null });

const samePath = (a: Patch, b: Patch): boolean =>
  a.path.length === b.path.length && a.path.every((key, index) => key === b.path[index]);

/** Two steps as one. Where both only replace the same values (a slider pull), the values between are forgotten. */
function join(first: Step, second: Step): Step {
  const replacesSame =
    first.patches.length === second.patches.length &&
    first.patches.every((patch, index) => {
      const other = second.patches[index]!;
      return patch.op === 'replace' && other.op === 'replace' && samePath(patch, other);
    });
  if (replacesSame) return { ...first, patches: second.patches };
  return {
    ...first,
    patches: [...first.patches, ...second.patches],
    inverse: [...second.inverse, ...first.inverse],
  };
}
