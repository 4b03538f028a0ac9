import { documentOf } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { type Ground, splitOf } from './ground.ts';
import { mean, percent } from './numbers.ts';
import type { TestResult } from './outcome.ts';

const FIRST = 6;
const SECOND = 3;
/** Share of the texts that the first layer learns from; the second has the rest. */
const SHARES = { few: 0.9, half: 0.5 } as const;
type Share = keyof typeof SHARES;
const NAMES = { few: 'a tenth', half: 'half' } as const;

/**
 * A layer of fish that know a few classes each, and a layer that reads other texts and what the first answers to them; the same
 * without reading (links of strength 0, so that all else is alike); and a stacking of the first.
 */
function swarm(
  ground: Ground,
  [first, second]: Awaited<ReturnType<typeof splitOf>>,
  { reads, rounds }: { readonly reads: boolean; readonly rounds: number },
) {
  return documentOf({
    name: reads ? 'layers of proposers' : 'layers apart',
    nodes: {
      data: { kind: 'dataset', ...first },
      more: { kind: 'dataset', ...second },
      'by-class': { kind: 'shard', mode: 'label', replicas: 2 },
      parts: { kind: 'shard', mode: 'iid' },
      first: { kind: 'fish', ...ground.fish, count: FIRST },
      second: { kind: 'fish', ...ground.fish, count: SECOND },
      'first-mean': { kind: 'average' },
      'first-stacking': { kind: 'stacking' },
      'second-mean': { kind: 'average' },
      all: { kind: 'average' },
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > by-class.examples',
      'more.examples > parts.examples',
      'by-class.examples > first.examples',
      'parts.examples > second.examples',
      ['first.prediction > second.proposals', { strength: reads ? 1 : 0 }],
      ...['first-mean', 'first-stacking', 'all'].map((id) => `first.prediction > ${id}.prediction`),
      ...['second-mean', 'all'].map((id) => `second.prediction > ${id}.prediction`),
      'second-mean.prediction > goal.prediction',
    ],
    run: {
      rounds,
      local: { unit: 'steps', amount: ground.steps },
      batchSize: 48,
      evaluateEvery: rounds,
      checkpointEvery: rounds,
    },
  });
}

/** The dead of the first layer whose loss the second must bear. */
const LOST = ['first:1', 'first:2', 'first:3'];

interface Arms {
  readonly reading: TestResult[];
  readonly apart: TestResult[];
  readonly lost: TestResult[];
}

/** Layers of proposers and aggregators: is a second layer that reads the first above an average of it? */
export async function proposers(
  { lab, seeds, scale, say }: ExperimentContext,
  ground: Ground,
): Promise<Finding> {
  const rounds = Math.max(5, Math.round(10 * scale));
  const test = await ground.fresh(lab, Math.round(1500 * Math.max(0.4, scale)));
  const measure = async (share: Share): Promise<Arms> => {
    const arms: Arms = { reading: [], apart: [], lost: [] };
    const parts = await splitOf(lab, ground, SHARES[share]);
    for (const seed of seeds) {
      const layers = await lab.run(swarm(ground, parts, { reads: true, rounds }), { seed });
      const [whole, some] = await layers.tests(test, [[], LOST]);
      arms.reading.push(whole!); // one for each set
      arms.lost.push(some!);
      layers.close();
      const without = await lab.run(swarm(ground, parts, { reads: false, rounds }), { seed });
      arms.apart.push(await without.test(test));
      without.close();
      say(`${ground.name}, layers of proposers, ${share} texts, seed ${seed} done`);
    }
    return arms;
  };
  // A reduced form asks only whether reading helps where there is little else to learn from.
  const reduced = scale < 1;
  const shares: readonly Share[] = reduced ? ['few'] : ['few', 'half'];
  const arms = new Map<Share, Arms>();
  for (const share of shares) arms.set(share, await measure(share));
  const results = (share: Share, arm: keyof Arms): readonly TestResult[] => arms.get(share)?.[arm] ?? [];
  const at = (share: Share, arm: keyof Arms, id: string): number =>
    mean(results(share, arm).map(({ aggregators }) => aggregators.get(id) ?? 0));
  const best = (share: Share, arm: keyof Arms, node: string): number =>
    mean(
      results(share, arm).map(({ fish }) =>
        Math.max(...[...fish].flatMap(([id, accuracy]) => (id.startsWith(node) ? [accuracy] : []))),
      ),
    );
  const row = (name: string, of: (share: Share) => number, lost?: string) => [
    name,
    ...shares.flatMap((share) => [of(share), lost === undefined ? '' : at(share, 'lost', lost)]),
  ];
  const second = (share: Share): number => at(share, 'reading', 'second-mean');
  const first = (share: Share): number => at(share, 'reading', 'first-mean');
  const alone = (share: Share): number => at(share, 'apart', 'second-mean');
  return {
    tables: [
      {
        title: `Layers of proposers (${ground.name}): ${FIRST} fish of a few classes each; ${SECOND} fish that read a tenth of the texts, or half of them, and what the first answer`,
        columns: ['who answers', ...shares.flatMap((share) => [NAMES[share], 'three of the first dead'])],
        rows: [
          row('best fish of the first layer', (share) => best(share, 'reading', 'first')),
          row('average of the first layer', first, 'first-mean'),
          row(
            'stacking of the first layer',
            (share) => at(share, 'reading', 'first-stacking'),
            'first-stacking',
          ),
          row('best fish of the second, without reading', (share) => best(share, 'apart', 'second')),
          row('second layer without reading, averaged', alone),
          row('all fish averaged, without reading', (share) => at(share, 'apart', 'all')),
          row('best fish of the second layer', (share) => best(share, 'reading', 'second')),
          row('second layer, averaged', second, 'second-mean'),
        ],
      },
    ],
    effects: [
      {
        claim: `${ground.name}: where it has few texts of its own, reading helps it`,
        holds: second('few') > alone('few'),
        measured: `${percent(second('few'))} against ${percent(alone('few'))} without`,
        threshold: 'above',
      },
      ...(reduced
        ? []
        : [
            {
              claim: `${ground.name}: a second layer with texts of its own that reads the answers of the first is above their average`,
              holds: second('half') > first('half'),
              measured: `${percent(second('half'))} against ${percent(first('half'))} with half of the texts (with a tenth: ${percent(second('few'))} against ${percent(first('few'))})`,
              threshold: 'above',
            },
            {
              claim: `${ground.name}: where it has as many as the first, reading helps it too`,
              holds: second('half') > alone('half'),
              measured: `${percent(second('half'))} against ${percent(alone('half'))} without`,
              threshold: 'above',
              tried:
                'answers read as part of the embeddings alone (79 % on the topics), and with their mean as a prior of the logits (81 %); answers to rows that a proposer learns itself are hidden, without which it is worse still. Readers that read the same answers err alike, and their average gains less.',
            },
          ]),
    ],
  };
}
