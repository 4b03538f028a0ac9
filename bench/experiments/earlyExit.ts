import { documentOf } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import type { Ground } from './ground.ts';
import { mean, three } from './numbers.ts';
import type { TestResult } from './outcome.ts';

const LAYERS = 4;
const THRESHOLDS = [0, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];
const cascadeId = (threshold: number): string => `cascade-${Math.round(threshold * 100)}`;
const EXITS = Array.from({ length: LAYERS }, (_, i) => i + 1);

/** One fish with an exit after every layer; every cascade hears all of them. */
function swarm(ground: Ground, rounds: number) {
  return documentOf({
    name: 'early exit',
    nodes: {
      data: { kind: 'dataset', ...ground.dataset },
      fish: { kind: 'fish', ...ground.fish, layers: LAYERS, exits: true, learningRate: 0.002 },
      // The last layer of a fish without exits: what the others cost it.
      plain: { kind: 'fish', ...ground.fish, layers: LAYERS, learningRate: 0.002 },
      ...Object.fromEntries(
        THRESHOLDS.map((threshold) => [cascadeId(threshold), { kind: 'cascade', threshold }]),
      ),
      goal: { kind: 'goal' },
      probe: { kind: 'probe' },
    },
    links: [
      'data.examples > fish.examples',
      'data.examples > plain.examples',
      'plain.prediction > probe.prediction',
      ...THRESHOLDS.map((threshold) => `fish.prediction > ${cascadeId(threshold)}.prediction`),
      `${cascadeId(0.9)}.prediction > goal.prediction`,
    ],
    run: {
      rounds,
      local: { unit: 'steps', amount: 40 },
      batchSize: 32,
      evaluateEvery: rounds,
      checkpointEvery: rounds,
    },
  });
}

/** A fish that stops thinking when it is sure: accuracy and cost by threshold, beside each exit alone. */
export async function earlyExit(
  { lab, seeds, scale, say }: ExperimentContext,
  ground: Ground,
): Promise<Finding> {
  const rounds = Math.max(4, Math.round(6 * scale));
  const test = await ground.fresh(lab, Math.round(1500 * Math.max(0.4, scale)));
  const results: TestResult[] = [];
  for (const seed of seeds) {
    const outcome = await lab.run(swarm(ground, rounds), { seed });
    results.push(await outcome.test(test));
    outcome.close();
    say(`early exit, seed ${seed} done`);
  }
  const fish = (id: string): number => mean(results.map((one) => new Map<string, number>(one.fish).get(id)!));
  const exits = EXITS.map((layer) => ({
    layer,
    cost: mean(results.map(({ exits: costs }) => costs.get(`fish@${layer}`)?.cost ?? 1)),
    accuracy:
      layer === LAYERS ? fish('fish') : mean(results.map((one) => one.exits.get(`fish@${layer}`)!.accuracy)),
  }));
  const curve = THRESHOLDS.map((threshold) => {
    const id = cascadeId(threshold);
    return {
      threshold,
      accuracy: mean(results.map(({ aggregators }) => aggregators.get(id)!)),
      cost: mean(results.map(({ costs }) => costs.get(id)!)),
      parts: EXITS.map((layer) =>
        mean(results.map(({ parts }) => parts.get(id)!.get(layer === LAYERS ? 'fish' : `fish@${layer}`)!)),
      ),
    };
  });
  const whole = exits.at(-1)!;
  // At threshold 0 nothing is decided: that is the first exit alone.
  const deciding = curve.filter(({ threshold }) => threshold > 0);
  const cheap = deciding
    .filter(({ accuracy }) => accuracy >= whole.accuracy - 0.005)
    .toSorted((a, b) => a.cost - b.cost)[0];
  const matched = exits.slice(1).map(({ layer, accuracy, cost }) => ({
    layer,
    by: deciding.find((one) => one.cost <= cost + 1e-9 && one.accuracy >= accuracy - 0.002),
  }));
  const never = curve.at(-1)!;
  return {
    tables: [
      {
        title: `A fish of ${LAYERS} layers with an exit after each (${ground.name}): each exit alone (cost: 1 is the whole fish)`,
        columns: ['layer', 'accuracy', 'cost'],
        rows: [
          ...exits.map(({ layer, accuracy, cost }) => [layer, accuracy, cost]),
          ['the same fish without exits', fish('plain'), 1],
        ],
      },
      {
        title: `The first exit that is sure answers (${ground.name})`,
        columns: ['threshold', 'accuracy', 'cost', ...EXITS.map((layer) => `answered at ${layer}`)],
        rows: curve.map(({ threshold, accuracy, cost, parts }) => [threshold, accuracy, cost, ...parts]),
      },
    ],
    effects: [
      {
        claim: `${ground.name}: early exit comes within half a point of the whole fish for less`,
        holds: cheap !== undefined && cheap.cost <= 0.75,
        measured:
          cheap === undefined
            ? `none within half a point of ${three(whole.accuracy)}`
            : `${three(cheap.accuracy)} against ${three(whole.accuracy)} at cost ${three(cheap.cost)} (threshold ${cheap.threshold})`,
        threshold: 'cost at most 0.75, as of a cascade of fish',
      },
      {
        claim: `${ground.name}: some threshold is as good as each exit alone, for no more`,
        holds: matched.every(({ by }) => by !== undefined),
        measured: matched
          .map(({ layer, by }) =>
            by === undefined
              ? `layer ${layer}: none`
              : `layer ${layer}: threshold ${by.threshold}, ${three(by.accuracy)} at ${three(by.cost)}`,
          )
          .join('; '),
        threshold: 'within 0.2 points of the exits after layers 2 and up, at no higher cost',
      },
      {
        claim: `${ground.name}: a higher threshold costs more, and never accepting costs what the whole fish does`,
        holds:
          curve.every(({ cost }, i) => i === 0 || cost >= curve[i - 1]!.cost) &&
          Math.abs(never.cost - 1) < 1e-6,
        measured: curve.map(({ cost }) => three(cost)).join(', '),
        threshold: 'ascending, the last 1: the layers of one fish are paid once',
      },
    ],
  };
}
