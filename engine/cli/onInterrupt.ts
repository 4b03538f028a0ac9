import { EXIT_CODES } from '../core/errors.ts';

/** Milliseconds in which signals count as one: a terminal's Ctrl-C reaches this process and, passed on, again. */
const ONE = 1000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls back at the first Ctrl-C (or request to end); a later one ends the process at once. Returns what undoes this.
 */
export function onInterrupt(callback: () => void): () => void {
  let first: number | null = null;
  const listener = (): void => {
    if (first === null) {
      first = performance.now();
      callback();
    } else if (performance.now() - first > ONE) process.exit(EXIT_CODES.interrupted);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
