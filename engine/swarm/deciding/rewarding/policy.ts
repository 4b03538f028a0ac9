import { z } from 'zod';
import type { RandomStream } from '#engine/core/random.ts';
import type { Listener } from '../listener.ts';
import { bySource } from '../organising/choice.ts';

export const policyMemory = z.object({
  /** Log-odds of being heard, or log-weights, by method. */
  theta: bySource,
  /** Bandits: how often a source was chosen, and what that gained; both fade. */
  pulls: bySource,
  gains: bySource,
  /** Running mean of what a choice was worth; null before the first. */
  baseline: z.number().nullable(),
});
export type PolicyMemory = z.output<typeof policyMemory>;
export const firstPolicy = (): PolicyMemory => ({ theta: {}, pulls: {}, gains: {}, baseline: null });

export interface PolicySettings {
  readonly rate: number;
  readonly forget: number;
  readonly explore: number;
  readonly penalty: boolean;
  /** What it costs to hear one source. */
  readonly voiceCost: number;
}

/** One decision: whom to hear, on a few rows. */
export interface Decision {
  readonly listener: Listener;
  readonly rows: Int32Array;
  readonly random: RandomStream;
}

/** A way to learn whom to hear from what choices were worth. Everything it remembers is in the memory. */
export interface Policy {
  /** Makes a choice, sees what it is worth, learns. @returns the reward. */
  learn(decision: Decision, memory: PolicyMemory, settings: PolicySettings): number;
  /** How far each source is heard now, by place; at least one above 0 where there is any. */
  open(listener: Listener, memory: PolicyMemory): number[];
  /** What it thinks of each source, by place, 0 to 1. */
  reputation(listener: Listener, memory: PolicyMemory): number[];
}

/** The places `chosen` opened, all others closed. */
export const only = (listener: Listener, chosen: number): number[] =>
  listener.sources.map((_, k) => (k === chosen ? 1 : 0));

export function softmax(values: readonly number[]): number[] {
  const top = Math.max(...values);
  const raw = values.map((value) => Math.exp(value - top));
  const sum = raw.reduce((a, b) => a + b, 0);
  return raw.map((value) => value / sum);
}
