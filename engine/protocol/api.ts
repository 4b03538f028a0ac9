import type { z } from 'zod';
import { answersApi } from './api/answers.ts';
import { dataApi } from './api/data.ts';
import { engineApi } from './api/engine.ts';
import { keptApi } from './api/kept.ts';
import { measuredApi } from './api/measured.ts';
import { runsApi } from './api/runs.ts';

/** Every request a view may make: its parameters and its result, checked at both ends. */
export const API = {
  ...engineApi,
  ...runsApi,
  ...measuredApi,
  ...answersApi,
  ...dataApi,
  ...keptApi,
} as const;

export type Method = keyof typeof API;
export type Params<M extends Method> = z.input<(typeof API)[M]['params']>;
/** Parameters as a handler gets them: checked, ids branded. */
export type CheckedParams<M extends Method> = z.output<(typeof API)[M]['params']>;
export type Result<M extends Method> = z.output<(typeof API)[M]['result']>;
