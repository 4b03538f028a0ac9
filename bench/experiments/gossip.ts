import { documentOf } from './documents.ts';
import type { Experiment, ExperimentContext, Finding } from './experiment.ts';
import { gossipingSpeakers } from './gossipingSpeakers.ts';
import { type Ground, topics, trec } from './ground.ts';
import { mean, percent } from './numbers.ts';
import { together } from './together.ts';

const FISH = Array.from({ length: 8 }, (_, i) => `f${i + 1}`);

interface Shape {
  readonly name: string;
  /** Pairs of numbers of fish that are linked. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly hub?: boolean;
  readonly compression?: string;
}

const circulant = (offsets: readonly number[]): (readonly [number, number])[] =>
  offsets.flatMap((offset) => FISH.map((_, i) => [i, (i + offset) % FISH.length] as const));

const SHAPES: readonly Shape[] = [
  { name: 'alone', pairs: [] },
  { name: 'ring', pairs: circulant([1]) },
  { name: 'star by gossip', pairs: FISH.slice(1).map((_, i) => [0, i + 1] as const) },
  { name: 'circulant 1, 2, 4', pairs: circulant([1, 2]).concat(circulant([4]).slice(0, 4)) },
  {
    name: 'circulant in 8 bits',
    pairs: circulant([1, 2]).concat(circulant([4]).slice(0, 4)),
    compression: '8bit',
  },
  { name: 'full mesh', pairs: circulant([1, 2, 3]).concat(circulant([4]).slice(0, 4)) },
  { name: 'star by hub', pairs: [], hub: true },
];

/**
 * Fish with a few classes each, every class in two of them: of eight topics, two. The learning rate falls to 0: at a constant rate fish whose
 * data differ keep pulling apart between two exchanges, however long they learn.
 */
function swarm({ pairs, hub, compression = 'none' }: Shape, ground: Ground, rounds: number) {
  return documentOf({
    nodes: {
      data: { kind: 'dataset', ...ground.dataset },
      part: { kind: 'shard', mode: 'label', replicas: 2 },
      ...Object.fromEntries(FISH.map((id) => [id, { kind: 'fish', ...ground.fish, schedule: 'linear' }])),
      ...(hub === true ? { hub: { kind: 'hub' } } : {}),
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > part.examples',
      'mean.prediction > goal.prediction',
      ...FISH.flatMap((id) => [
        `part.examples > ${id}.examples`,
        `${id}.prediction > mean.prediction`,
        ...(hub === true ? [`${id}.weights > hub.weights`, `hub.weights > ${id}.weights`] : []),
      ]),
      ...pairs.map(([a, b]) => [`${FISH[a]}.weights > ${FISH[b]}.weights`, { compression }] as const),
    ],
    run: { rounds, local: { unit: 'steps', amount: 4 }, batchSize: 16, evaluateEvery: rounds },
  });
}

async function measure({ lab, seeds, scale, say }: ExperimentContext, ground: Ground): Promise<Finding> {
  const rounds = Math.max(8, Math.round(80 * scale));
  const shapes = scale < 1 ? SHAPES.filter(({ name }) => name === 'alone' || name === 'full mesh') : SHAPES;
  const results = new Map<string, { accuracy: number; bytes: number }>();
  const fresh = await ground.fresh(lab, 600);
  for (const shape of shapes) {
    const accuracies: number[] = [];
    let bytes = 0;
    for (const seed of seeds) {
      const run = await lab.run(swarm(shape, ground, rounds), { seed });
      accuracies.push((await run.test(fresh)).mean);
      bytes = run.series('swarm/messageBytes').get(rounds) ?? 0;
      run.close();
    }
    results.set(shape.name, { accuracy: mean(accuracies), bytes });
    say(`${ground.name}, ${shape.name} done`);
  }
  const of = (name: string) => results.get(name) ?? { accuracy: Number.NaN, bytes: Number.NaN };
  const mesh = of('full mesh');
  const [alone, wide, eight] = [of('alone'), of('circulant 1, 2, 4'), of('circulant in 8 bits')];
  const [star, hub, ring] = [of('star by gossip'), of('star by hub'), of('ring')];
  const tables = [
    {
      title: `8 fish with a few classes each (${ground.name}), ${rounds} rounds of 4 steps at a rate falling to 0: mean fish on fresh texts`,
      columns: ['topology', 'accuracy', 'kilobytes a round', "share of the mesh's bytes"],
      rows: [...results].map(([name, { accuracy, bytes }]) => [
        name,
        accuracy,
        Math.round(bytes / 1000),
        percent(bytes / mesh.bytes),
      ]),
    },
  ];
  const on = ground.name === 'topics' ? '' : `${ground.name}: `;
  const talk = {
    claim: `${on}fish that mix weights know what others learned`,
    holds: mesh.accuracy >= alone.accuracy + 0.2,
    measured: `full mesh ${percent(mesh.accuracy)}, alone ${percent(alone.accuracy)}`,
    threshold: 'at least 20 points more',
  };
  if (scale < 1) return { tables, effects: [talk] };
  return {
    tables,
    effects: [
      talk,
      {
        claim: `${on}a ring helps, more neighbours help more`,
        holds: ring.accuracy > alone.accuracy && wide.accuracy > ring.accuracy,
        measured: `alone ${percent(alone.accuracy)}, ring ${percent(ring.accuracy)}, circulant ${percent(wide.accuracy)}`,
        threshold: 'each above the one before (swarm.md: .24, .60-.71, .81)',
      },
      {
        claim: `${on}five neighbours of seven are enough, at about 70 % of the bytes`,
        holds: wide.accuracy >= 0.8 && wide.bytes / mesh.bytes < 0.75,
        measured: `${percent(wide.accuracy)} against ${percent(mesh.accuracy)}, at ${percent(wide.bytes / mesh.bytes)} of the bytes`,
        threshold: 'at least 80 %, below 75 % of the bytes (swarm.md: 81 % at 72 %)',
      },
      {
        claim: `${on}a star must average exactly, not gossip`,
        holds: hub.accuracy >= star.accuracy + 0.05,
        measured: `hub ${percent(hub.accuracy)}, gossip ${percent(star.accuracy)}`,
        threshold: 'at least 5 points more (swarm.md: gossip .52-.63)',
      },
      {
        claim: `${on}8 bits a number cost next to nothing`,
        holds: eight.accuracy >= wide.accuracy - 0.03 && eight.bytes / wide.bytes < 0.27,
        measured: `${percent(eight.accuracy)} against ${percent(wide.accuracy)}, at ${percent(eight.bytes / wide.bytes)} of the bytes`,
        threshold: 'within 3 points, below 27 % of the bytes',
      },
    ],
  };
}

export const gossip: Experiment = {
  name: 'gossip',
  architecture: 'distributed',
  claim: 'Peers without a server: what the topology costs and brings.',
  fast: (context) => measure(context, topics(1600)),
  full: async (context) => together([await measure(context, trec()), await gossipingSpeakers(context)]),
};
