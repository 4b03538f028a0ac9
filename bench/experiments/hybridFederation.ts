import type { FishId } from '#engine/core/brand.ts';
import { documentOf } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { type Ground, topics } from './ground.ts';
import { mean, percent } from './numbers.ts';

const EXAMPLES = 2400;
/** Rounds between two meetings of the heads. */
const MEETING = 4;

type Shape = 'flat' | 'tree';
/** The second half of the fish. */
const LOST: Readonly<Record<Shape, readonly string[]>> = {
  flat: ['a:5', 'a:6', 'a:7', 'a:8'],
  tree: ['b:1', 'b:2', 'b:3', 'b:4'],
};

/** Eight clients of one server, or two schools of four with a head each whose heads average every four rounds. */
/** Who reads what: equal parts of everything, or each school its own classes. */
type Parts = 'alike' | 'clustered';

interface Place {
  readonly ground: Ground;
  /** With fewer classes than fish a shard deals them round: these are the fish of either school that share classes. */
  readonly clusters: Readonly<Record<'a' | 'b', readonly number[]>> | null;
}

/** The fish nodes of each head, and how many fish each node stands for. */
function schoolsOf(
  shape: Shape,
  parts: Parts,
  clusters: Place['clusters'],
): { readonly head: string; readonly fish: readonly string[]; readonly count: number }[] {
  if (shape === 'flat') return [{ head: 'a-head', fish: ['a'], count: 8 }];
  return (['a', 'b'] as const).map((id) =>
    parts === 'alike' || clusters === null
      ? { head: `${id}-head`, fish: [id], count: 4 }
      : { head: `${id}-head`, fish: clusters[id].map((number) => `fish-${number}`), count: 1 },
  );
}

/** Eight clients of one server, or two schools of four with a head each whose heads average every four rounds. */
function federation({ ground, clusters }: Place, shape: Shape, parts: Parts, rounds: number) {
  const schools = schoolsOf(shape, parts, clusters);
  return documentOf({
    name: `${shape}, parts ${parts}`,
    nodes: {
      data: { kind: 'dataset', ...ground.dataset },
      part: { kind: 'shard', mode: parts === 'alike' ? 'iid' : 'label' },
      ...Object.fromEntries(
        schools.flatMap(({ head, fish, count }) => [
          ...fish.map((id) => [id, { kind: 'fish', ...ground.fish, count }]),
          [head, { kind: 'federated' }],
        ]),
      ),
      ...(shape === 'tree' ? { council: { kind: 'federated', every: MEETING } } : {}),
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > part.examples',
      'mean.prediction > goal.prediction',
      ...schools.flatMap(({ head, fish }) => [
        ...fish.flatMap((id) => [
          `part.examples > ${id}.examples`,
          `${id}.weights > ${head}.weights`,
          `${id}.prediction > mean.prediction`,
        ]),
        ...(shape === 'tree' ? [`${head}.upper > council.weights`] : []),
      ]),
    ],
    run: {
      rounds,
      local: { unit: 'steps', amount: 10 },
      batchSize: 32,
      evaluateEvery: rounds,
      checkpointEvery: rounds,
    },
  });
}

interface Arm {
  readonly accuracy: number;
  /** Updates the topmost server took. */
  readonly uploads: number;
}

/** Federated schools under a head of heads, beside one flat federation of the same eight fish. */
export async function hybridFederation(
  { lab, seeds, scale, say }: ExperimentContext,
  place: Place = { ground: topics(EXAMPLES), clusters: null },
): Promise<Finding> {
  const { ground } = place;
  const rounds = MEETING * Math.max(2, Math.round(10 * scale));
  const loss = Math.round(0.75 * rounds) + 1;
  const test = await ground.fresh(lab, Math.round(1500 * Math.max(0.4, scale)));
  const kill = (shape: Shape) =>
    LOST[shape].map((id) => ({
      round: loss,
      command: { type: 'kill-fish' as const, fish: id as FishId }, // ids of the document above
    }));
  const run = async (
    seed: number,
    shape: Shape,
    parts: Parts,
    commands: ReturnType<typeof kill> = [],
  ): Promise<Arm> => {
    const outcome = await lab.run(federation(place, shape, parts, rounds), { seed, commands });
    const top = shape === 'flat' ? 'a-head' : 'council';
    const uploads = [...outcome.series(`node/${top}/clients`).values()].reduce((a, b) => a + b, 0);
    const { swarm } = await outcome.test(test);
    outcome.close();
    return { accuracy: swarm ?? 0, uploads };
  };
  const arms: { flat: Arm; flatLost: Arm; tree: Arm; lost: Arm; clustered: Arm }[] = [];
  for (const seed of seeds) {
    arms.push({
      flat: await run(seed, 'flat', 'alike'),
      flatLost: await run(seed, 'flat', 'alike', kill('flat')),
      tree: await run(seed, 'tree', 'alike'),
      lost: await run(seed, 'tree', 'alike', kill('tree')),
      clustered: await run(seed, 'tree', 'clustered'),
    });
    say(`federated schools, seed ${seed} done`);
  }
  const accuracy = (arm: keyof (typeof arms)[number]): number => mean(arms.map((all) => all[arm].accuracy));
  const uploads = (arm: keyof (typeof arms)[number]): number => mean(arms.map((all) => all[arm].uploads));
  return {
    tables: [
      {
        title: `hierarchical x federated (${ground.name}): ${rounds} rounds, accuracy on fresh texts and updates to the top server`,
        columns: ['swarm', 'accuracy', 'uploads'],
        rows: [
          ['flat FedAvg of 8', accuracy('flat'), uploads('flat')],
          [`the same, half of them lost in round ${loss}`, accuracy('flatLost'), uploads('flatLost')],
          [`2 schools of 4, heads every ${MEETING} rounds`, accuracy('tree'), uploads('tree')],
          [`the same, one school lost in round ${loss}`, accuracy('lost'), uploads('lost')],
          ['schools clustered by label', accuracy('clustered'), uploads('clustered')],
        ],
      },
    ],
    effects: [
      {
        claim:
          'hierarchical x federated: as good as flat FedAvg with a sixteenth of the uploads to the top server',
        holds: accuracy('tree') >= accuracy('flat') - 0.03 && uploads('tree') * 16 <= uploads('flat'),
        measured: `${percent(accuracy('tree'))} with ${uploads('tree')} uploads against ${percent(accuracy('flat'))} with ${uploads('flat')}`,
        threshold: 'within 3 points, 16 times fewer (swarm.md: .82 with 40, .83 with 640)',
      },
      {
        claim: 'hierarchical x federated: a whole school can be lost',
        holds: accuracy('lost') >= accuracy('tree') - 0.05,
        measured: `${percent(accuracy('lost'))} against ${percent(accuracy('tree'))} with both (flat, half lost: ${percent(accuracy('flatLost'))})`,
        threshold: 'within 5 points (swarm.md: .82 to .85 after, .82 before)',
      },
      {
        claim: 'hierarchical x federated, the trap: schools clustered by label fare far worse',
        holds: accuracy('clustered') <= accuracy('tree') - 0.1,
        measured: `${percent(accuracy('clustered'))} against ${percent(accuracy('tree'))}`,
        threshold: 'at least 10 points below (swarm.md: .55)',
      },
    ],
  };
}
