import type { FishId } from '#engine/core/brand.ts';
import { documentOf, SMALL_FISH } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';

const OTHERS = Array.from({ length: 7 }, (_, i) => `f${i + 1}`);
const FISH = ['hub', ...OTHERS];
/** Rounds after the death of the hub, its own included, within which the network must be one again. */
const WITHIN = 2;

/** One fish has all the data, seven have a little: everybody comes to hear the one. */
function swarm(rounds: number, connected: boolean) {
  return documentOf({
    nodes: {
      data: { kind: 'dataset', task: 'topics', examples: 1600 },
      part: { kind: 'shard', mode: 'dirichlet', alpha: 0.3, replicas: 1 },
      ...Object.fromEntries(FISH.map((id) => [id, { kind: 'fish', ...SMALL_FISH }])),
      organiser: { kind: 'organise', method: 'usefulness', keep: 1, family: 'prediction', connected },
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > part.examples',
      'data.examples > hub.examples',
      'mean.prediction > goal.prediction',
      ...OTHERS.map((id) => `part.examples > ${id}.examples`),
      ...FISH.flatMap((to) => [
        `${to}.prediction > mean.prediction`,
        `organiser.control > ${to}.control`,
        ...FISH.filter((from) => from !== to).map(
          (from) => [`${from}.prediction > ${to}.prediction`, { strength: 0.3 }] as const,
        ),
      ]),
    ],
    run: { rounds, local: { unit: 'steps', amount: 15 }, batchSize: 32, evaluateEvery: rounds },
  });
}

/** Everybody hears one fish; it dies. */
export async function hub({ lab, seeds, scale, say }: ExperimentContext): Promise<Finding> {
  const death = Math.max(3, Math.round(6 * scale));
  const rounds = death + 5;
  const table: (readonly (string | number)[])[] = [];
  const waits: number[] = [];
  const heard: number[] = [];
  for (const seed of seeds) {
    for (const connected of [true, false]) {
      const run = await lab.run(swarm(rounds, connected), {
        seed,
        commands: [{ round: death, command: { type: 'kill-fish', fish: 'hub' as FishId } }], // the document's id
      });
      const before = run.events.findLast((event) => event.type === 'topology' && event.round === death - 1);
      const fans =
        before?.type === 'topology'
          ? before.links.filter(({ from, open }) => from === 'hub' && open > 0).length
          : 0;
      const parts = run.series('node/organiser/parts');
      const again = [...parts].find(([round, count]) => round >= death && count === 1)?.[0] ?? Infinity;
      const wait = again - death + 1;
      const most = Math.max(...[...parts].filter(([round]) => round >= death).map(([, count]) => count));
      if (connected) {
        waits.push(wait);
        heard.push(fans);
      }
      table.push([seed, connected ? 'yes' : 'no', fans, most, Number.isFinite(wait) ? wait : 'never']);
      run.close();
    }
    say(`hub, seed ${seed} done`);
  }
  const longest = Math.max(...waits);
  return {
    tables: [
      {
        title: `The hub dies in round ${death} of ${rounds} (8 fish, each hears one)`,
        columns: [
          'seed',
          'keeps connected',
          'fish that heard the hub',
          'most parts after',
          'rounds until one',
        ],
        rows: table,
      },
    ],
    effects: [
      {
        claim: 'after the hub is killed the network is connected again',
        holds: longest <= WITHIN && Math.min(...heard) >= 5,
        measured: `in ${longest} round${longest === 1 ? '' : 's'} at most; the hub had at least ${Math.min(...heard)} of 7 hearers`,
        threshold: `within ${WITHIN} rounds, of a hub that most hear`,
      },
    ],
  };
}
