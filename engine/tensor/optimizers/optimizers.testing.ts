import { expect } from 'vitest';
import { randomStream } from '../../core/random.ts';
import type { Program } from '../ir.ts';
import { evaluate } from '../reference.ts';
import type { AdamWSettings } from './adamW.ts';

export const FISH = 2;

export const SETTINGS: AdamWSettings = { beta1: 0.9, beta2: 0.99, epsilon: 1e-6, weightDecay: 0.1 };

export function noise(label: string, length: number): number[] {
  const stream = randomStream(1, 'optimizer test', label);
  return Array.from({ length }, () => stream.normal());
}

export type State = Record<string, number[]>;

export function startState(program: Program): State {
  return Object.fromEntries(
    program.inputs
      .filter(({ role }) => role === 'parameter' || role === 'state')
      .map(({ name, role, value }) => {
        const length = program.values[value]!.shape.reduce((a, b) => a * b, 1);
        return [name, role === 'parameter' ? noise(name, length) : new Array<number>(length).fill(0)];
      }),
  );
}

export function run(program: Program, state: State, feeds: Record<string, number[]>, alive = [1, 1]): State {
  const { updates } = evaluate(program, { ...state, ...feeds, alive });
  return {
    ...state,
    ...Object.fromEntries(Object.entries(updates).map(([name, data]) => [name, [...data]])),
  };
}

export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 5): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < actual.length; i++) expect(actual[i]).toBeCloseTo(expected[i]!, digits);
}
