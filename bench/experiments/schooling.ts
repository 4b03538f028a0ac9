import { documentOf } from './documents.ts';
import type { Experiment, ExperimentContext, Finding } from './experiment.ts';
import { agNews, type Ground, partOf, topics, trec } from './ground.ts';
import { mean, percent } from './numbers.ts';
import { together } from './together.ts';

const COUNT = 4;
/** Texts of its own that each fish has labels for; those of the others are text without labels to it. */
const TEXTS = 300;

const ARMS = {
  alone: {},
  alignment: { alignment: 1 },
  cohesion: { cohesion: 1 },
  'separation .5': { separation: 0.5 },
  'alignment and separation': { alignment: 1, separation: 0.2 },
} as const;
type Arm = keyof typeof ARMS;
const NAMES = Object.keys(ARMS) as Arm[]; // the keys of the object above
/** Arms of a reduced form: those the effects speak of. */
const CORE: readonly Arm[] = ['alone', 'alignment', 'separation .5'];

/** Every arm sees the same batches: a rule so weak that it does nothing keeps the batch common where none acts. */
const COMMON = { cohesion: 1e-9 };

function school(
  arm: Arm,
  fish: Ground['fish'],
  { dataset, rounds }: { readonly dataset: Ground['dataset']; readonly rounds: number },
) {
  return documentOf({
    nodes: {
      data: { kind: 'dataset', ...dataset, validationFraction: 0.05 },
      part: { kind: 'shard', mode: 'iid' },
      fish: { kind: 'fish', ...fish, count: COUNT, ...COMMON, ...ARMS[arm] },
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > part.examples',
      'part.examples > fish.examples',
      'fish.prediction > mean.prediction',
      'mean.prediction > goal.prediction',
    ],
    // A quarter of each batch is a fish's own: 64 rows are 16 of its own.
    run: {
      rounds,
      local: { unit: 'steps', amount: 50 },
      batchSize: 64,
      evaluateEvery: rounds,
      checkpointEvery: rounds,
    },
  });
}

interface Result {
  readonly fish: number;
  readonly swarm: number;
  readonly ambiguity: number;
  readonly diversity: number;
}

async function measure(
  { lab, seeds, scale, say }: ExperimentContext,
  ground: Ground,
  most: number,
): Promise<Finding> {
  const arms = scale < 1 ? CORE : NAMES;
  const rounds = Math.max(3, Math.round(most * scale));
  const fresh = await ground.fresh(lab, Math.round(1500 * Math.max(0.3, scale)));
  // A twentieth of the rows is kept to measure during the run; results come from fresh texts.
  const dataset = await partOf(lab, ground, Math.round((TEXTS * COUNT) / 0.95));
  const results = Object.fromEntries(NAMES.map((arm) => [arm, [] as Result[]])) as Record<Arm, Result[]>; // by all names
  for (const seed of seeds) {
    for (const arm of arms) {
      const outcome = await lab.run(school(arm, ground.fish, { dataset, rounds }), { seed });
      const { mean: fish, swarm } = await outcome.test(fresh);
      const [ambiguity, diversity] = [outcome.last('swarm/ambiguity'), outcome.last('swarm/diversity')];
      results[arm].push({ fish, swarm: swarm ?? 0, ambiguity, diversity });
      outcome.close();
      say(`${ground.name}, seed ${seed}, ${arm}: fish ${percent(fish)}, swarm ${percent(swarm ?? 0)}`);
    }
  }
  const of = (arm: Arm, what: keyof Result): number => mean(results[arm].map((result) => result[what]));
  const on = ground.name === 'topics' ? '' : `${ground.name}: `;
  return {
    tables: [
      {
        title: `${COUNT} fish on ${TEXTS} texts each (${ground.name}): accuracy on fresh texts`,
        columns: ['rule', 'mean fish', 'swarm', 'ambiguity', 'disagreement'],
        rows: arms.map((arm) => [
          arm,
          of(arm, 'fish'),
          of(arm, 'swarm'),
          of(arm, 'ambiguity'),
          of(arm, 'diversity'),
        ]),
      },
    ],
    effects: [
      {
        claim: `${on}alignment on text without labels makes every fish better`,
        holds: of('alignment', 'fish') >= of('alone', 'fish') + 0.05,
        measured: `${percent(of('alignment', 'fish'))} against ${percent(of('alone', 'fish'))}`,
        threshold: 'at least 5 points (calibration: .88 to .91 against .65 to .71)',
      },
      {
        claim: `${on}and the swarm as a whole`,
        holds: of('alignment', 'swarm') >= of('alone', 'swarm') + 0.01,
        measured: `${percent(of('alignment', 'swarm'))} against ${percent(of('alone', 'swarm'))}`,
        threshold: 'at least 1 point (calibration: .93 to .95 against .87 to .91)',
      },
      {
        claim: `${on}separation makes fish differ more, alignment less`,
        holds:
          of('separation .5', 'ambiguity') > of('alone', 'ambiguity') &&
          of('alignment', 'ambiguity') < of('alone', 'ambiguity'),
        measured: `ambiguity ${of('separation .5', 'ambiguity').toFixed(3)}, ${of('alone', 'ambiguity').toFixed(3)} alone, ${of('alignment', 'ambiguity').toFixed(3)}`,
        threshold: 'in this order',
      },
      {
        claim: `${on}separation of .5 does not help`,
        holds: of('separation .5', 'swarm') <= of('alone', 'swarm') + 0.005,
        measured: `${percent(of('separation .5', 'swarm'))} against ${percent(of('alone', 'swarm'))}`,
        threshold: 'at most half a point better (calibration: it hurts)',
      },
    ],
  };
}

export const schooling: Experiment = {
  name: 'schooling',
  architecture: 'schooling',
  claim: 'fish that learn to agree on text without labels know more, each and together',
  fast: (context) => measure(context, topics(3000), 6),
  async full(context) {
    const findings = [await measure(context, trec(), 6), await measure(context, agNews(), 6)];
    return together(findings);
  },
};
