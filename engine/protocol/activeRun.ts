import type { RunState } from './events.ts';

/** States of a run that somebody should be working on: it can be paused, stopped, given commands. */
export const ACTIVE_STATES = [
  'queued',
  'preparing',
  'running',
  'pausing',
  'paused',
  'stopping',
] as const satisfies readonly RunState[];

/** False for a state that is not known yet, too. */
export const isActive = (state: string): boolean => ACTIVE_STATES.some((active) => active === state);
