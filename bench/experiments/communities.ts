import { generateTask } from '#engine/data/tasks/generateTask.ts';
import { documentOf, SMALL_FISH } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { mean, percent } from './numbers.ts';

const FISH = Array.from({ length: 8 }, (_, i) => `f${i + 1}`);
/** Of the eight fish, those of even and of odd number belong together; nobody tells them. */
const communityOf = (fish: string): number => Number(fish.slice(1)) % 2;

/** Fish of two hidden communities, each with its own half of the topics, all linked to all. */
function swarm(files: readonly string[], rounds: number) {
  return documentOf({
    nodes: {
      ...Object.fromEntries(
        files.map((path, c) => [`data-${c}`, { kind: 'dataset', source: 'file', path, header: 'yes' }]),
      ),
      'part-0': { kind: 'shard', mode: 'iid', replicas: 2 },
      'part-1': { kind: 'shard', mode: 'iid', replicas: 2 },
      ...Object.fromEntries(FISH.map((id) => [id, { kind: 'fish', ...SMALL_FISH }])),
      organiser: { kind: 'organise', method: 'usefulness', keep: 3, family: 'prediction', connected: false },
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
    },
    links: [
      'data-0.examples > part-0.examples',
      'data-1.examples > part-1.examples',
      'mean.prediction > goal.prediction',
      ...FISH.flatMap((to) => [
        `part-${communityOf(to)}.examples > ${to}.examples`,
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

/** Two hidden communities of data: does trust find them? */
export async function communities({ lab, seeds, scale, say }: ExperimentContext): Promise<Finding> {
  const { rows, labels } = generateTask('topics', 2000, 11);
  const half = labels.slice(0, labels.length / 2);
  const files = [0, 1].map((c) => lab.file(rows.filter(({ label }) => half.includes(label) === (c === 0))));
  const table: (readonly (string | number)[])[] = [];
  const values: number[] = [];
  for (const seed of seeds) {
    const run = await lab.run(swarm(files, Math.max(4, Math.round(8 * scale))), { seed });
    const modularity = run.last('node/organiser/modularity');
    const topology = run.events.findLast((event) => event.type === 'topology');
    const links = topology?.type === 'topology' ? topology.links.filter(({ open }) => open > 0) : [];
    const inside = mean(links.map(({ from, to }): number => (communityOf(from) === communityOf(to) ? 1 : 0)));
    values.push(modularity);
    table.push([seed, modularity, percent(inside)]);
    run.close();
    say(`communities, seed ${seed} done`);
  }
  const least = Math.min(...values);
  return {
    tables: [
      {
        title: 'Two hidden communities of data (8 fish, all linked to all; the full graph has modularity 0)',
        columns: ['seed', 'trust modularity', 'open links inside a community'],
        rows: table,
      },
    ],
    effects: [
      {
        claim: 'trust finds two hidden communities of data',
        holds: least > 0.3,
        measured: `least modularity ${least.toFixed(3)}`,
        threshold: 'above 0.3 (swarm.md)',
      },
    ],
  };
}
