import { expect, it } from 'vitest';
import type { Series } from '#engine/protocol/api/measured.ts';
import type { OpenedRun } from './comparedRuns.ts';
import { overlayChoices, overlayLines } from './overlay.ts';

type Points = readonly (readonly [round: number, value: number])[];
const seriesOf = (name: string, points: Points): Series => ({
  name,
  round: points.map(([round]) => round),
  step: points.map(([round]) => round),
  time: points.map(([round]) => round),
  last: points.map(([, value]) => value),
  min: [],
  max: [],
  size: 1,
  total: points.length,
});
const run = (id: string, names: readonly string[]): OpenedRun => ({
  id,
  name: id,
  seed: 1,
  metrics: {},
  createdAt: 0,
  state: 'finished',
  document: null,
  series: new Set(names),
});
const runs = [
  run('a', ['run/gflops', 'swarm/accuracy', 'fish/f:2/loss']),
  run('b', ['swarm/accuracy', 'node/gate/part/fish']),
];
const accuracy = new Map([
  [
    'a',
    seriesOf('swarm/accuracy', [
      [1, 0.2],
      [2, 0.5],
      [2, 0.6],
    ]),
  ],
  ['b', seriesOf('swarm/accuracy', [[1, 0.3]])],
]);

it('offers every metric of any run, accuracy first, with nodes by name', () => {
  const choices = overlayChoices(runs, (id) => id.toUpperCase());
  expect(choices.map(({ id }) => id)).toEqual([
    'swarm/accuracy',
    'node/gate/part/fish',
    'fish/f:2/loss',
    'run/gflops',
  ]);
  expect(choices[0]).toMatchObject({ title: 'Accuracy', percent: true });
  expect(choices[1]?.title).toMatch(/^GATE: .*, FISH$/);
});

it('draws a line a run by round, the last value of a round, without hidden runs', () => {
  const lines = overlayLines(runs, new Map([['a', 'A, seed 1']]), accuracy, 0, new Set());
  expect(lines.map(({ label, x, y }) => [label, x, y])).toEqual([
    ['A, seed 1', [1, 2], [0.2, 0.6]],
    ['b', [1], [0.3]],
  ]);
  expect(lines[0]?.color).not.toBe(lines[1]?.color);
  const one = overlayLines(runs, new Map(), accuracy, 0, new Set(['a']));
  expect(one.map(({ key, color }) => [key, color])).toEqual([['b', lines[1]?.color]]);
});
