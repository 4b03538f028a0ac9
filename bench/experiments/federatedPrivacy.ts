import type { FishId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import { epsilonSpent } from '#engine/swarm/federated/accountant.ts';
import { encode, fixedPoint, masked } from '#engine/swarm/federated/secureSum.ts';
import type { Experiment, ExperimentContext, Finding } from './experiment.ts';
import { federation } from './federation.ts';
import { agNews, type Ground, partOf, topics } from './ground.ts';
import { mean, percent } from './numbers.ts';

const CLIENTS = 32;
/** Of all clients together. */
const TEXTS = 3200;
const DELTA = 1e-3;
/** Longest update of a client. */
const CLIP = 3;
const NOISES = [0, 0.05, 0.2, 1] as const;

async function private_(
  { lab, scale, say }: ExperimentContext,
  ground: Ground,
  seed: number,
  server: Readonly<Record<string, unknown>>,
) {
  const rounds = Math.max(3, Math.round(10 * scale));
  const run = await lab.run(
    federation({
      clients: CLIENTS,
      dataset: await partOf(lab, ground, TEXTS),
      fish: ground.fish,
      server: { weigh: 'equal', ...server },
      rounds,
      local: { unit: 'epochs', amount: 2 },
      evaluateEvery: rounds,
    }),
    { seed },
  );
  const tested = await run.test(await ground.fresh(lab, 600));
  const epsilon = run.last('node/server/epsilon');
  say(`${JSON.stringify(server)}, seed ${seed} done`);
  run.close();
  return { accuracy: tested.fish.get('fish:1' as FishId) ?? Number.NaN, epsilon, rounds }; // the document's id
}

/** Correlation of what a server receives of a client with the client's update, over 20,000 numbers. */
function correlation(seed: number): number {
  const size = 20_000;
  const update = randomStream(seed, 'update').fillNormal(new Float32Array(size), 0, 0.1);
  const clients = Array.from({ length: 4 }, (_, i) => `client ${i}`);
  const sent = masked('client 0', encode(update, fixedPoint(1, 4)), clients, (one, other) =>
    randomStream(seed, 'mask', ...[one, other].toSorted()),
  );
  const [x, y] = [Array.from(update), Array.from(Int32Array.from(sent))];
  const [mx, my] = [mean(x), mean(y)];
  const product = mean(x.map((value, c) => (value - mx) * (y[c]! - my)));
  const deviation = (values: readonly number[], m: number): number =>
    Math.sqrt(mean(values.map((value) => (value - m) ** 2)));
  return product / (deviation(x, mx) * deviation(y, my));
}

async function measure(context: ExperimentContext, ground: Ground): Promise<Finding> {
  const { seeds, scale } = context;
  const noises = scale < 1 ? ([0, 1] as const) : NOISES;
  const rows: { noise: number; accuracy: number; epsilon: number; expected: number }[] = [];
  for (const noise of noises) {
    const runs = [];
    for (const seed of seeds)
      runs.push(await private_(context, ground, seed, { clip: CLIP, noise, delta: DELTA }));
    rows.push({
      noise,
      accuracy: mean(runs.map(({ accuracy }) => accuracy)),
      epsilon: noise === 0 ? Infinity : mean(runs.map(({ epsilon }) => epsilon)),
      expected: epsilonSpent(runs[0]!.rounds, 1, noise, DELTA),
    });
  }
  const seed = seeds[0] ?? 1;
  const open = await private_(context, ground, seed, {});
  const secure = await private_(context, ground, seed, { secure: true });
  const leak = Math.max(...seeds.map((one) => Math.abs(correlation(one))));
  const [first, last] = [rows[0]!, rows.at(-1)!];
  return {
    tables: [
      {
        title: `${CLIENTS} clients (${ground.name}), updates clipped at ${CLIP}, delta ${DELTA}`,
        columns: ['noise multiplier', 'epsilon', 'accuracy on fresh texts'],
        rows: rows.map(({ noise, epsilon, accuracy }) => [
          noise,
          Number.isFinite(epsilon) ? epsilon : 'none',
          accuracy,
        ]),
      },
      {
        title: `Secure aggregation (seed ${seed})`,
        columns: ['server reads', 'accuracy on fresh texts'],
        rows: [
          ['every update', open.accuracy],
          ['the sum of masked updates', secure.accuracy],
        ],
      },
    ],
    effects: [
      {
        claim: 'more noise spends less epsilon, as the accountant reckons',
        holds: rows.every(
          ({ noise, epsilon, expected }, i) =>
            noise === 0 ||
            (Math.abs(epsilon - expected) < 1e-6 * expected && epsilon < (rows[i - 1]?.epsilon ?? Infinity)),
        ),
        measured: rows
          .map(({ epsilon }) => (Number.isFinite(epsilon) ? epsilon.toFixed(2) : 'none'))
          .join(', '),
        threshold: 'falls with the noise, and is the value of the accountant',
      },
      {
        claim: 'privacy has a price: the most noise costs accuracy',
        holds: last.accuracy < first.accuracy,
        measured: `${percent(last.accuracy)} at epsilon ${last.epsilon.toFixed(2)} against ${percent(first.accuracy)} without noise`,
        threshold: 'below the model without noise',
      },
      {
        claim: 'secure aggregation gives the same model',
        holds: Math.abs(open.accuracy - secure.accuracy) <= 0.02,
        measured: `${percent(secure.accuracy)} against ${percent(open.accuracy)}`,
        threshold: 'within 2 points',
      },
      {
        claim: 'what the server receives of a client tells nothing of its update',
        holds: leak < 0.03,
        measured: `largest correlation ${leak.toFixed(4)} over 20,000 numbers`,
        threshold: 'below 0.03 (four deviations of chance)',
      },
    ],
  };
}

export const federatedPrivacy: Experiment = {
  name: 'federated-privacy',
  architecture: 'federated',
  claim: 'Clipping and noise bound what a model tells of a client, at a price; masks hide single updates.',
  fast: (context) => measure(context, topics(TEXTS)),
  full: (context) => measure(context, agNews()),
};
