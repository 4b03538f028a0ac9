import type { FishId } from '#engine/core/brand.ts';
import { documentOf, SMALL_FISH } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { mean, percent } from './numbers.ts';
import type { TestResult } from './outcome.ts';

const EXAMPLES = 1600;
const SIZE = 7;
const LIARS = 3;
const school = (id: string): string[] => Array.from({ length: SIZE }, (_, i) => `${id}:${i + 1}`);

/** Two schools, cheap and costly, each behind a robust aggregator, asked one after the other. */
function swarm(rounds: number) {
  const fish = { kind: 'fish', ...SMALL_FISH, count: SIZE, dropout: 0.1 };
  return documentOf({
    name: 'guarded cascade',
    nodes: {
      data: { kind: 'dataset', task: 'topics', examples: EXAMPLES, validationFraction: 0.3 },
      part: { kind: 'shard', mode: 'iid', replicas: 3 },
      young: { ...fish, width: 8, feedForward: 16, learningRate: 0.005 },
      old: { ...fish, width: 32, heads: 4, feedForward: 64, learningRate: 0.003 },
      'young-guard': { kind: 'robust', by: 'geometric' },
      'old-guard': { kind: 'robust', by: 'geometric' },
      cascade: { kind: 'cascade', threshold: 0.9 },
      // The parts by themselves: a cascade of plain averages, and all fish averaged.
      'young-mean': { kind: 'average' },
      'old-mean': { kind: 'average' },
      unguarded: { kind: 'cascade', threshold: 0.9 },
      everybody: { kind: 'average' },
      goal: { kind: 'goal' },
      probe: { kind: 'probe' },
      'probe-all': { kind: 'probe' },
    },
    links: [
      'data.examples > part.examples',
      ...['young', 'old'].flatMap((id) => [
        `part.examples > ${id}.examples`,
        `${id}.prediction > ${id}-guard.prediction`,
        `${id}.prediction > ${id}-mean.prediction`,
        `${id}.prediction > everybody.prediction`,
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

/** A cascade of schools with robust aggregators, three of seven fish of each school misled. */
export async function hybridCascade({ lab, seeds, scale, say }: ExperimentContext): Promise<Finding> {
  const attack = Math.max(4, Math.round(8 * scale));
  const rounds = attack + Math.max(4, Math.round(10 * scale));
  const test = lab.fresh('topics', { after: EXAMPLES, count: Math.round(1500 * Math.max(0.4, scale)) });
  const lies = [...school('young').slice(0, LIARS), ...school('old').slice(0, LIARS)].map((id) => ({
    round: attack,
    command: { type: 'corrupt-fish' as const, fish: id as FishId, kind: 'label-flip' as const, amount: 1 }, // ids of the document above
  }));
  const calm: TestResult[] = [];
  const attacked: TestResult[] = [];
  const lost: Record<'young' | 'old', TestResult[]> = { young: [], old: [] };
  for (const seed of seeds) {
    const peace = await lab.run(swarm(rounds), { seed });
    calm.push(await peace.test(test));
    peace.close();
    const outcome = await lab.run(swarm(rounds), { seed, commands: lies });
    const [all, noYoung, noOld] = await outcome.tests(test, [[], school('young'), school('old')]);
    attacked.push(all!); // one for each set
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
  return {
    tables: [
      {
        title: `hierarchical x robust: ${LIARS} of ${SIZE} fish of both schools learn false labels from round ${attack} of ${rounds}`,
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
        claim: 'hierarchical x robust: under attack above the average of all fish',
        holds: guarded >= at(attacked, 'everybody') + 0.03,
        measured: `${percent(guarded)} against ${percent(at(attacked, 'everybody'))}`,
        threshold: 'at least 3 points',
      },
      {
        claim: 'hierarchical x robust: in peace at less than the cost of the old school alone',
        holds: cost(calm, 'cascade') < 1 && at(calm, 'cascade') >= at(calm, 'everybody') - 0.03,
        measured: `cost ${cost(calm, 'cascade').toFixed(2)}, ${percent(at(calm, 'cascade'))} against ${percent(at(calm, 'everybody'))}`,
        threshold: 'cost below 1, within 3 points of the average of all fish',
      },
      {
        claim: 'hierarchical x robust: under attack either school can be lost, and the other answers',
        holds: at(lost.young, 'cascade') >= guarded - 0.05 && at(lost.old, 'cascade') >= 0.4,
        measured: `${percent(at(lost.young, 'cascade'))} without the young, ${percent(at(lost.old, 'cascade'))} without the old, ${percent(guarded)} with both`,
        threshold:
          'within 5 points without the young; every text answered, above 40 % without the old (chance: 12.5 %)',
      },
    ],
  };
}
