import type { FishId } from '#engine/core/brand.ts';
import { documentOf } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { type Ground, topics } from './ground.ts';
import { mean, percent } from './numbers.ts';
import type { TestResult } from './outcome.ts';

const EXAMPLES = 2200;
const SIZE = 7;
const STRANGERS = 4;
const SCHOOLS = ['young', 'old'] as const;

const fishOf = (node: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${node}:${i + 1}`);
const strangersOf = (school: string): string[] => fishOf(`${school}-strangers`, STRANGERS);
/** All fish of a school. */
const all = (school: string): string[] => [...fishOf(school, SIZE), ...strangersOf(school)];

interface Den {
  readonly ground: Ground;
  /** What the strangers are like, besides the ground's fish. */
  readonly strangers: Ground['fish'];
  readonly most: number;
}

/**
 * Two schools, cheap and costly, each behind a robust aggregator, asked one after the other. In each there are four
 * strangers, who learn fast and are sure while the others are still learning.
 */
function swarm({ ground, strangers }: Den, rounds: number) {
  const fish = { kind: 'fish', ...ground.fish, count: SIZE };
  return documentOf({
    name: 'guarded cascade',
    nodes: {
      data: { kind: 'dataset', ...ground.dataset },
      young: { ...fish, width: 8, feedForward: 16, learningRate: 0.002 },
      old: { ...fish, width: 32, heads: 4, feedForward: 64, learningRate: 0.0005 },
      'young-strangers': { ...fish, count: STRANGERS, ...strangers },
      'old-strangers': { ...fish, count: STRANGERS, ...strangers },
      'young-guard': { kind: 'robust', by: 'geometric' },
      'old-guard': { kind: 'robust', by: 'geometric' },
      cascade: { kind: 'cascade', threshold: 0.8 },
      // The parts by themselves: a cascade of plain averages, and all fish averaged.
      'young-mean': { kind: 'average' },
      'old-mean': { kind: 'average' },
      unguarded: { kind: 'cascade', threshold: 0.8 },
      everybody: { kind: 'average' },
      goal: { kind: 'goal' },
      probe: { kind: 'probe' },
      'probe-all': { kind: 'probe' },
    },
    links: [
      ...SCHOOLS.flatMap((id) => [
        ...[id, `${id}-strangers`].flatMap((fishes) => [
          `data.examples > ${fishes}.examples`,
          `${fishes}.prediction > ${id}-guard.prediction`,
          `${fishes}.prediction > ${id}-mean.prediction`,
          `${fishes}.prediction > everybody.prediction`,
        ]),
        `${id}-guard.prediction > cascade.prediction`,
        `${id}-mean.prediction > unguarded.prediction`,
      ]),
      'cascade.prediction > goal.prediction',
      'unguarded.prediction > probe.prediction',
      'everybody.prediction > probe-all.prediction',
    ],
    run: {
      rounds,
      local: { unit: 'steps', amount: 20 },
      batchSize: 32,
      evaluateEvery: rounds,
      checkpointEvery: rounds,
    },
  });
}

const WHO = ['cascade', 'unguarded', 'everybody'] as const;

/** A cascade of schools with robust aggregators, among strangers who lie. */
export async function hybridCascade(
  { lab, seeds, scale, say }: ExperimentContext,
  den: Den = { ground: topics(EXAMPLES), strangers: { learningRate: 0.02 }, most: 8 },
): Promise<Finding> {
  const { ground } = den;
  const rounds = Math.max(5, Math.round(den.most * scale));
  const test = await ground.fresh(lab, Math.round(1500 * Math.max(0.4, scale)));
  const lies = SCHOOLS.flatMap(strangersOf).map((id) => ({
    round: 1,
    command: { type: 'corrupt-fish' as const, fish: id as FishId, kind: 'label-flip' as const, amount: 1 }, // ids of the document above
  }));
  const calm: TestResult[] = [];
  const attacked: TestResult[] = [];
  const lost: Record<'young' | 'old', TestResult[]> = { young: [], old: [] };
  for (const seed of seeds) {
    const peace = await lab.run(swarm(den, rounds), { seed });
    calm.push(await peace.test(test));
    peace.close();
    const outcome = await lab.run(swarm(den, rounds), { seed, commands: lies });
    const [whole, noYoung, noOld] = await outcome.tests(test, [[], all('young'), all('old')]);
    attacked.push(whole!); // one for each set
    lost.young.push(noYoung!);
    lost.old.push(noOld!);
    outcome.close();
    say(`guarded cascade, seed ${seed} done`);
  }
  const at = (results: readonly TestResult[], id: string): number =>
    mean(results.map(({ aggregators }) => aggregators.get(id) ?? 0));
  const cost = (results: readonly TestResult[], id: string): number =>
    mean(results.map(({ costs }) => costs.get(id) ?? Number.NaN));
  const guarded = at(attacked, 'cascade');
  // Of 8 topics, 40 %: as far above guessing on other texts.
  const left = ground.chance + 0.275;
  return {
    tables: [
      {
        title: `hierarchical x robust (${ground.name}): two schools of ${SIZE} and ${STRANGERS} strangers who learn false labels, after ${rounds} rounds`,
        columns: [
          'who answers',
          'no attack',
          'cost',
          'attack',
          'cost',
          'and young school lost',
          'and old school lost',
        ],
        rows: WHO.map((id) => [
          { cascade: 'guarded cascade', unguarded: 'cascade of averages', everybody: 'all fish averaged' }[
            id
          ],
          at(calm, id),
          id === 'everybody' ? '' : cost(calm, id),
          at(attacked, id),
          id === 'everybody' ? '' : cost(attacked, id),
          at(lost.young, id),
          at(lost.old, id),
        ]),
      },
    ],
    effects: [
      {
        claim: 'hierarchical x robust: under attack far above the same cascade without guards',
        holds: guarded >= at(attacked, 'unguarded') + 0.1,
        measured: `${percent(guarded)} against ${percent(at(attacked, 'unguarded'))}`,
        threshold: 'at least 10 points',
      },
      {
        claim: 'hierarchical x robust: in peace at less than the cost of the old school alone',
        holds: cost(calm, 'cascade') < 1 && at(calm, 'cascade') >= at(calm, 'everybody') - 0.03,
        measured: `cost ${cost(calm, 'cascade').toFixed(2)}, ${percent(at(calm, 'cascade'))} against ${percent(at(calm, 'everybody'))}`,
        threshold: 'cost below 1, within 3 points of the average of all fish',
      },
      {
        claim: 'hierarchical x robust: under attack either school can be lost, and the other answers',
        holds: at(lost.young, 'cascade') >= guarded - 0.05 && at(lost.old, 'cascade') >= left,
        measured: `${percent(at(lost.young, 'cascade'))} without the young, ${percent(at(lost.old, 'cascade'))} without the old, ${percent(guarded)} with both`,
        threshold: `within 5 points without the young; every text answered, above ${percent(left)} without the old (chance: ${percent(ground.chance)})`,
      },
    ],
  };
}
