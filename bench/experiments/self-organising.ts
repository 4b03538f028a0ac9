import type { FishId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import { communities } from './communities.ts';
import { documentOf } from './documents.ts';
import type { Effect, Experiment, ExperimentContext, Finding, Table } from './experiment.ts';
import { type Ground, topics, trec } from './ground.ts';
import { hub } from './hub.ts';
import { mean, percent } from './numbers.ts';
import { together } from './together.ts';

const flip = (fish: string): RunCommand => ({
  type: 'corrupt-fish',
  fish: fish as FishId, // ids of the document below
  kind: 'label-flip',
  amount: 1,
});

function swarm({ dataset, fish, steps }: Ground, count: number, rounds: number, learned: boolean) {
  return documentOf({
    nodes: {
      data: { kind: 'dataset', ...dataset },
      part: { kind: 'shard', mode: 'iid', replicas: 2 },
      fish: { kind: 'fish', ...fish, count },
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
      ...(learned ? { organiser: { kind: 'organise', method: 'reinforce' } } : {}),
    },
    links: [
      'data.examples > part.examples',
      'part.examples > fish.examples',
      'fish.prediction > mean.prediction',
      'mean.prediction > goal.prediction',
      ...(learned ? ['organiser.control > mean.control'] : []),
    ],
    run: { rounds, local: { unit: 'steps', amount: steps }, batchSize: 16, evaluateEvery: rounds },
  });
}

interface Arms {
  readonly honest: number;
  readonly liars: number;
  readonly single: number;
  readonly full: number;
  readonly random: number;
  readonly learned: number;
  /** Largest probability that the aggregator hears a liar, and smallest that it hears an honest fish. */
  readonly hearsLiar: number;
  readonly hearsHonest: number;
}

/** Honest fish and colluding liars (trained on labels moved by one) under four ways to decide whom to hear. */
async function amongLiars(
  { lab, scale }: ExperimentContext,
  ground: Ground,
  seed: number,
  honest: number,
  liars: number,
): Promise<Arms> {
  const ids = Array.from({ length: honest + liars }, (_, i) => `fish:${i + 1}`);
  const lying = ids.slice(honest);
  const rounds = Math.max(4, Math.round(12 * scale));
  const commands = lying.map((id) => ({ round: 1, command: flip(id) }));
  const fresh = await ground.fresh(lab, 600);
  const run = await lab.run(swarm(ground, ids.length, rounds, true), { seed, commands });
  const learned = await run.test(fresh);
  const trust = (id: string): number => run.last(`node/mean/trust/${id}`);
  const [hearsLiar, hearsHonest] = [
    Math.max(...lying.map(trust)),
    Math.min(...ids.slice(0, honest).map(trust)),
  ];
  run.close();
  const plain = await lab.run(swarm(ground, ids.length, rounds, false), { seed, commands });
  const full = await plain.test(fresh);
  const random: number[] = [];
  for (let graph = 0; graph < 5; graph++) {
    const stream = randomStream(seed, 'random graph', graph);
    const dead = ids.filter(() => stream.chance(0.5));
    random.push((await plain.test(fresh, { dead: dead.length === ids.length ? [] : dead })).swarm ?? 0);
  }
  plain.close();
  const single = mean(ids.slice(0, honest).map((id) => full.fish.get(id as FishId) ?? 0)); // as above
  return {
    honest,
    liars,
    single,
    full: full.swarm ?? 0,
    random: mean(random),
    learned: learned.swarm ?? 0,
    hearsLiar,
    hearsHonest,
  };
}

function liarFinding({ name, chance }: Ground, all: readonly Arms[], least: number | null): Finding {
  const table: Table = {
    title: `Accuracy on fresh texts among colluding liars (${name})`,
    columns: [
      'honest + liars',
      'single honest fish',
      'full graph',
      'random graph',
      'learned graph',
      'p(hears a liar)',
      'p(hears an honest fish)',
    ],
    rows: all.map((arms) => [
      `${arms.honest} + ${arms.liars}`,
      arms.single,
      arms.full,
      arms.random,
      arms.learned,
      arms.hearsLiar,
      arms.hearsHonest,
    ]),
  };
  const worst = (of: (arms: Arms) => number): number => Math.min(...all.map(of));
  const learned = worst((arms) => arms.learned);
  const hears = Math.max(...all.map((arms) => arms.hearsLiar));
  const outnumbered = all.filter((arms) => arms.liars > arms.honest);
  const full = Math.max(...outnumbered.map((arms) => arms.full));
  const gain = worst((arms) => arms.learned - arms.single);
  const overRandom = worst((arms) => arms.learned - arms.random);
  const effects: Effect[] = [
    ...(least === null
      ? []
      : [
          {
            claim: 'a learned graph answers well among as many or more liars',
            holds: learned >= least,
            measured: `worst ${percent(learned)}`,
            threshold: `at least ${percent(least)} (swarm.md)`,
          },
        ]),
    {
      claim: 'the aggregator stops hearing every liar',
      holds: hears <= 0.05,
      measured: `largest p(hears a liar) ${hears.toFixed(3)}`,
      threshold: 'at most 0.05 (issue 3)',
    },
    {
      claim: 'hearing everybody collapses where liars outnumber the honest',
      holds: full <= chance,
      measured: `best full graph ${percent(full)}`,
      threshold: `at most chance, ${percent(chance)}`,
    },
    {
      claim: 'learning whom to hear beats one fish and a random graph',
      holds: gain > 0 && overRandom > 0,
      measured: `least gain ${percent(gain)} over a single fish, ${percent(overRandom)} over a random graph`,
      threshold: 'above 0',
    },
  ];
  return { tables: [table], effects };
}

async function liars(context: ExperimentContext, ground: Ground, least: number | null): Promise<Finding> {
  const arms: Arms[] = [];
  for (const seed of context.seeds) {
    for (const count of context.scale < 1 ? [5] : [3, 5]) {
      arms.push(await amongLiars(context, ground, seed, 3, count));
      context.say(`seed ${seed}, 3 + ${count} done`);
    }
  }
  return liarFinding(ground, arms, least);
}

export const selfOrganising: Experiment = {
  name: 'self-organising',
  architecture: 'self-organising',
  claim:
    'Who hears whom is learned: liars are cut off, hidden communities are found, and a network that loses its hub joins again.',
  async fast(context) {
    const findings = [
      await liars(context, topics(4000), 0.87),
      await communities(context),
      await hub(context),
    ];
    return together(findings);
  },
  full: (context) => liars(context, trec(), null),
};
