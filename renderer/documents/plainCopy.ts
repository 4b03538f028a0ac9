import { current, isDraft } from 'immer';

/** A copy that shares nothing with its source, which may be part of a draft. */
export function plainCopy<T extends object>(source: T): T {
  const value: unknown = source; // so that the check below does not narrow T
  return structuredClone(isDraft(value) ? (current(value) as T) : source); // a draft of T stands for a T
}
