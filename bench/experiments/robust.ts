import { documentOf } from './documents.ts';
import type { Experiment, ExperimentContext, Finding } from './experiment.ts';
import { agNews, type Ground, liesOf, topics, trec } from './ground.ts';
import { mean, three } from './numbers.ts';
import type { TestResult } from './outcome.ts';
import { together } from './together.ts';

const HONEST = 7;
const LIARS = 4;
const AGGREGATORS = {
  average: { kind: 'average' },
  logits: { kind: 'average', of: 'logits' },
  vote: { kind: 'vote' },
  median: { kind: 'robust', by: 'median' },
  trimmed: { kind: 'robust', by: 'trimmed', trim: 0.4 },
  geometric: { kind: 'robust', by: 'geometric' },
  krum: { kind: 'robust', by: 'krum', liars: LIARS },
  'multi-krum': { kind: 'robust', by: 'multi-krum', liars: LIARS },
} as const;
const NAMES = Object.keys(AGGREGATORS);
const ROBUST = ['median', 'trimmed', 'geometric', 'krum', 'multi-krum'];
const EXAMPLES = 2200;

/**
 * `clean`: eleven honest fish. `attack`: seven honest ones after a few steps, still unsure, and four that learnt to take
 * each topic for the next one, and are sure of it. `skew`: eleven honest ones that each know a few topics only.
 */
type Arm = 'clean' | 'attack' | 'skew';

/** What the fish of the first two arms are like, besides the ground's own. */
interface Tempers {
  readonly honest: Ground['fish'];
  readonly liars: Ground['fish'];
  readonly rounds: number;
}
const UNSURE_AND_SURE: Tempers = {
  rounds: 2,
  honest: { learningRate: 0.003 },
  liars: { learningRate: 0.02 },
};
/** Real texts take longer to be sure of; at the tempers above the liars are not sure enough for an average to notice. */
const ON_REAL_SETS: Tempers = {
  rounds: 4,
  honest: { learningRate: 0.0005 },
  liars: { learningRate: 0.01, dropout: 0 },
};

async function measure(
  { lab, seeds, say, scale }: ExperimentContext,
  ground: Ground,
  tempers = UNSURE_AND_SURE,
): Promise<Finding> {
  const lies = await liesOf(lab, ground);
  const test = await ground.fresh(lab, Math.round(1500 * Math.max(0.4, scale)));
  const results: Record<Arm, TestResult[]> = { clean: [], attack: [], skew: [] };
  for (const arm of ['clean', 'attack', 'skew'] as const) {
    for (const seed of seeds) {
      const outcome = await lab.run(documentOfArm(arm, { ground, tempers, lies }), { seed });
      results[arm].push(await outcome.test(test));
      outcome.close();
      say(
        `${ground.name}, ${arm}, seed ${seed}: average ${three(results[arm].at(-1)!.aggregators.get('average')!)}`,
      );
    }
  }
  const accuracy = (arm: Arm, name: string): number =>
    mean(results[arm].map(({ aggregators }) => aggregators.get(name)!));
  const worst = (arm: Arm): readonly [string, number] =>
    ROBUST.map((name) => [name, accuracy(arm, name)] as const).sort(([, a], [, b]) => a - b)[0]!;
  const [weakest, least] = worst('attack');
  const [dearest, lowest] = worst('clean');
  const average = accuracy('attack', 'average');
  const clean = accuracy('clean', 'average');
  const skewed = accuracy('skew', 'average');
  const median = accuracy('skew', 'median');
  const on = ground.name === 'topics' ? '' : `${ground.name}: `;
  return {
    tables: [
      {
        title: `Accuracy of ${HONEST + LIARS} fish on ${ground.name} (attack: ${LIARS} of them collude)`,
        columns: ['aggregator', 'no liar', 'attack', 'no liar, parts by class'],
        rows: [
          ...NAMES.map((name) => [
            name,
            accuracy('clean', name),
            accuracy('attack', name),
            accuracy('skew', name),
          ]),
          ['mean honest fish', honest(results.clean), honest(results.attack), honest(results.skew)],
        ],
      },
    ],
    effects: [
      {
        claim: `${on}under attack every robust aggregator is far above the average`,
        holds: least >= average + 0.1,
        measured: `${three(least)} (${weakest}) against ${three(average)}`,
        threshold: 'at least 10 points',
      },
      {
        claim: `${on}under attack every robust aggregator comes near the average without liars`,
        holds: least >= clean - 0.05,
        measured: `${three(least)} (${weakest}) against ${three(clean)}`,
        threshold: 'within 5 points',
      },
      {
        claim: `${on}without liars robustness costs little`,
        holds: lowest >= clean - 0.03,
        measured: `${three(lowest)} (${dearest}) against ${three(clean)}`,
        threshold: 'within 3 points',
      },
      {
        claim: `${on}the trap: where fish know different things, who knows is the odd one out, and the median hears nobody`,
        holds: median <= skewed - 0.1,
        measured: `${three(median)} against ${three(skewed)} without any liar`,
        threshold: 'at least 10 points below the average',
      },
    ],
  };
}

/** Mean accuracy of the honest fish, over seeds. */
const honest = (results: readonly TestResult[]): number =>
  mean(
    results.flatMap(({ fish }) =>
      [...fish].flatMap(([id, accuracy]) => (id.startsWith('honest') ? [accuracy] : [])),
    ),
  );

interface Battle {
  readonly ground: Ground;
  readonly tempers: Tempers;
  /** The liars' file. */
  readonly lies: string;
}

function documentOfArm(arm: Arm, { ground, tempers, lies }: Battle) {
  const attack = arm === 'attack';
  const rounds = arm === 'skew' ? 6 : tempers.rounds;
  return documentOf({
    name: `robust, ${arm}`,
    nodes: {
      data: { kind: 'dataset', ...ground.dataset },
      part: { kind: 'shard', ...(arm === 'skew' ? { mode: 'label', replicas: 2 } : { mode: 'shared' }) },
      honest: {
        kind: 'fish',
        ...ground.fish,
        ...(arm === 'skew' ? {} : tempers.honest),
        count: attack ? HONEST : HONEST + LIARS,
      },
      ...(attack
        ? {
            lies: { kind: 'dataset', ...ground.dataset, source: 'file', path: lies },
            liars: { kind: 'fish', ...ground.fish, ...tempers.liars, count: LIARS },
          }
        : {}),
      ...AGGREGATORS,
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > part.examples',
      'part.examples > honest.examples',
      ...NAMES.map((name) => `honest.prediction > ${name}.prediction`),
      ...(attack ? NAMES.map((name) => `liars.prediction > ${name}.prediction`) : []),
      ...(attack ? ['lies.examples > liars.examples'] : []),
      'average.prediction > goal.prediction',
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

export const robust: Experiment = {
  name: 'robust',
  architecture: 'distributed',
  claim: 'a third of fish that collude overrule an average, and not a robust aggregator.',
  fast: (context) => measure(context, topics(EXAMPLES)),
  async full(context) {
    const findings = [
      await measure(context, trec(), ON_REAL_SETS),
      await measure(context, agNews(), ON_REAL_SETS),
    ];
    return together(findings);
  },
};
