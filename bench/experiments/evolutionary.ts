import { validate } from '#engine/validate/validate.ts';
import type { Effect, Experiment, ExperimentContext, Finding, Table } from './experiment.ts';
import { foundersOf } from './founders.ts';
import { mean, percent } from './numbers.ts';
import type { Outcome } from './outcome.ts';
import { experts, rates, type Setting, type Training } from './populations.ts';
import { realSets, sampled } from './realSets.ts';

type Start = 'shared' | 'own';
const STARTS: readonly Start[] = ['shared', 'own'];
const STARTED: Readonly<Record<Start, string>> = { shared: 'one ancestor', own: 'starts of their own' };

interface Arm {
  readonly single: number;
  readonly ensemble: number;
  readonly soup: number;
  readonly particles: number;
  /** null: not tried in a reduced form. */
  readonly merged: number | null;
  readonly bred: number | null;
}

interface Place {
  readonly name: string;
  readonly setting: Setting;
  readonly training: Training;
  readonly generations: number;
  readonly test: string;
}

/** Falls of the best fitness from one generation to the next, in all runs looked at. */
interface Falls {
  generations: number;
  falls: number;
}

function watch(outcome: Outcome, seen: Falls): void {
  const best = [...outcome.series('node/evolution/bestFitness').values()];
  seen.generations += best.length;
  seen.falls += best.filter((value, i) => i > 0 && value < best[i - 1]!).length;
}

async function armOf(
  { lab, scale }: ExperimentContext,
  { setting, training, generations, test }: Place,
  start: Start,
  seed: number,
  seen: Falls,
): Promise<Arm> {
  const run = async (method: Parameters<typeof experts>[3], among = training): Promise<Outcome> =>
    lab.run(experts(setting, start, among, method), { seed });
  const swarmOf = async (method: Parameters<typeof experts>[3]): Promise<number> => {
    const outcome = await run(method);
    watch(outcome, seen);
    const { swarm } = await outcome.test(test);
    outcome.close();
    return swarm ?? 0;
  };
  // One generation of particles leaves the fish as they are: the experts by themselves.
  const alone = await run({ method: 'swarm', generations: 1 });
  const { best: single, swarm: ensemble } = await alone.test(test);
  alone.close();
  return {
    single,
    ensemble: ensemble ?? 0,
    soup: await swarmOf({ method: 'merge', mergeBy: 'mean', generations: 1 }),
    particles: await swarmOf({ method: 'swarm', finish: 'best', generations }),
    merged: scale < 1 ? null : await swarmOf({ method: 'merge', generations }),
    bred: scale < 1 ? null : await swarmOf({ method: 'genetic', elites: 2, finish: 'best', generations }),
  };
}

/** The ancestor itself: what the fish knew when they parted. */
async function ancestorOf(context: ExperimentContext, place: Place, seed: number): Promise<number> {
  const { setting, training, test } = place;
  const document = experts(
    setting,
    'shared',
    { together: training.together, alone: 0 },
    { method: 'swarm', generations: 1 },
  );
  const outcome = await context.lab.run(document, { seed });
  const { best } = await outcome.test(test);
  outcome.close();
  return best;
}

async function mixing(context: ExperimentContext, place: Place, seen: Falls): Promise<Finding> {
  const arms: Record<Start, Arm[]> = { shared: [], own: [] };
  const ancestors: number[] = [];
  for (const seed of context.seeds) {
    for (const start of STARTS) arms[start].push(await armOf(context, place, start, seed, seen));
    if (context.scale === 1) ancestors.push(await ancestorOf(context, place, seed));
    context.say(`${place.name}, mixing weights, seed ${seed} done`);
  }
  const column = (start: Start, of: (arm: Arm) => number | null): number | string => {
    const values = arms[start].map(of).filter((value) => value !== null);
    return values.length === 0 ? 'not tried' : mean(values);
  };
  const table: Table = {
    title: `${place.name}: accuracy on test texts of 8 experts and of what comes of mixing their weights`,
    columns: ['experts of', 'ancestor', 'best single', 'soup', 'particles', 'CMA-ES', 'genetic', 'ensemble'],
    rows: STARTS.map((start) => [
      STARTED[start],
      start === 'own' ? 'none' : ancestors.length === 0 ? 'not tried' : mean(ancestors),
      column(start, ({ single }) => single),
      column(start, ({ soup }) => soup),
      column(start, ({ particles }) => particles),
      column(start, ({ merged }) => merged),
      column(start, ({ bred }) => bred),
      column(start, ({ ensemble }) => ensemble),
    ]),
  };
  const least = (start: Start, of: (arm: Arm) => number): number => Math.min(...arms[start].map(of));
  const most = (start: Start, of: (arm: Arm) => number): number => Math.max(...arms[start].map(of));
  const particles = least('shared', (arm) => arm.particles - arm.single);
  const merged = least('shared', (arm) => (arm.merged ?? Infinity) - arm.single);
  const soup = least('shared', (arm) => arm.soup - arm.single);
  const strangers = most('own', (arm) => arm.soup - arm.single);
  const warns = (start: Start): boolean =>
    validate(
      experts(place.setting, start, place.training, { method: 'swarm', generations: place.generations }),
    ).some(({ code }) => code === 'no-common-ancestor');
  const effects: Effect[] = [
    {
      claim: `${place.name}: a particle swarm over experts of one ancestor beats the best of them on test`,
      holds: particles > 0,
      measured: `least gain ${percent(particles)}`,
      threshold: 'above 0 for every seed (issue 3)',
    },
    ...(merged === Infinity
      ? []
      : [
          {
            claim: `${place.name}: merging by CMA-ES beats the best of them on test`,
            holds: merged > 0,
            measured: `least gain ${percent(merged)}`,
            threshold: 'above 0 for every seed (swarm.md)',
          },
        ]),
    {
      claim: `${place.name}: mixing weights needs a common ancestor`,
      holds: soup > 0 && strangers < 0,
      measured: `the mean of weights against the best single: at least ${percent(soup)} with one ancestor, at most ${percent(strangers)} without`,
      threshold: 'above 0 with, below 0 without (swarm.md)',
    },
    {
      claim: `${place.name}: the application says so`,
      holds: warns('own') && !warns('shared'),
      measured: `it warns of starts of their own: ${warns('own')}, of one ancestor: ${warns('shared')}`,
      threshold: 'a warning for the first, none for the second (swarm.md)',
    },
  ];
  return { tables: [table], effects };
}

async function training(
  context: ExperimentContext,
  { name, setting, test }: Place,
  rounds: number,
  seen: Falls,
): Promise<Finding> {
  const rows: { without: number; with: number; bestWithout: number; best: number; founders: number }[] = [];
  for (const seed of context.seeds) {
    const run = async (evolution: Readonly<Record<string, unknown>>) => {
      const outcome = await context.lab.run(rates(setting, rounds, evolution), { seed });
      watch(outcome, seen);
      const result = await outcome.test(test);
      const founders = new Set([...foundersOf(outcome.events).values()].flatMap((ids) => [...ids]));
      outcome.close();
      return { ...result, founders: founders.size };
    };
    // The same fish and examples, without a generation.
    const without = await run({ first: rounds + 1 });
    const evolved = await run({ first: 2, every: 2 });
    rows.push({
      without: without.mean,
      with: evolved.mean,
      bestWithout: without.best,
      best: evolved.best,
      founders: evolved.founders,
    });
    context.say(`${name}, population based training, seed ${seed} done`);
  }
  const gains = rows.map((row) => row.with - row.without);
  return {
    tables: [
      {
        title: `${name}: test accuracy of 8 fish with learning rates from .00003 to .1`,
        columns: ['', 'mean fish', 'best fish', 'founders left'],
        rows: [
          ['alone', mean(rows.map((row) => row.without)), mean(rows.map((row) => row.bestWithout)), 8],
          [
            'population based training',
            mean(rows.map((row) => row.with)),
            mean(rows.map((row) => row.best)),
            mean(rows.map((row) => row.founders)),
          ],
        ],
      },
    ],
    effects: [
      {
        claim: `${name}: population based training raises the mean of the population`,
        holds: Math.min(...gains) > 0,
        measured: `by ${percent(mean(gains))}, least ${percent(Math.min(...gains))}`,
        threshold: 'above 0 for every seed (swarm.md: +7 points)',
      },
    ],
  };
}

const monotone = ({ generations, falls }: Falls): Effect => ({
  claim: 'the best fitness never falls',
  holds: generations > 0 && falls === 0,
  measured: `${falls} falls in ${generations} generations of all runs`,
  threshold: 'none (swarm.md)',
});

async function study(context: ExperimentContext, places: readonly Place[], rounds: number): Promise<Finding> {
  const seen: Falls = { generations: 0, falls: 0 };
  const findings: Finding[] = [];
  for (const place of places) {
    findings.push(await training(context, place, rounds, seen), await mixing(context, place, seen));
  }
  return {
    tables: findings.flatMap(({ tables }) => tables),
    effects: [monotone(seen), ...findings.flatMap(({ effects }) => effects)],
  };
}

export const evolutionary: Experiment = {
  name: 'evolutionary',
  architecture: 'evolutionary',
  claim:
    'Populations choose learning rates, and weights of one ancestor can be bred, swarmed and merged into a fish above the best expert.',
  fast(context) {
    const { lab, scale } = context;
    const examples = Math.round(3000 * Math.max(0.3, scale));
    const place: Place = {
      name: '8 topics',
      setting: { data: { task: 'topics', examples }, fish: { learningRate: 0.005 }, steps: 20 },
      training: { together: 2, alone: 6 },
      generations: Math.max(6, Math.round(25 * scale)),
      test: lab.fresh('topics', { after: examples, count: Math.round(1500 * Math.max(0.3, scale)) }),
    };
    return study(context, [place], Math.max(6, Math.round(12 * scale)));
  },
  async full(context) {
    const { lab } = context;
    const fish = { width: 32, heads: 4, feedForward: 64, context: 40, dropout: 0.1, learningRate: 0.003 };
    const places: Place[] = [];
    // Experts of classes need more than two of them.
    for (const { name, train, test } of realSets().filter(({ classes }) => classes > 2)) {
      places.push({
        name,
        setting: { data: { source: 'file', path: train, vocabSize: 6000 }, fish, steps: 30 },
        training: { together: 3, alone: 4 },
        generations: 15,
        test: await sampled(lab, test),
      });
    }
    return study(context, places, 10);
  },
};
