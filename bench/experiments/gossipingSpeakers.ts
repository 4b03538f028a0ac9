import { documentOf, SMALL_FISH } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { mean } from './numbers.ts';
import { turns } from './speakers.ts';

const FISH = Array.from({ length: 8 }, (_, i) => `f${i + 1}`);

/** Which fish each fish is linked to: those so many places on. */
const SHAPES = [
  { name: 'alone', offsets: [], hub: false },
  { name: 'ring', offsets: [1], hub: false },
  { name: 'circulant 1, 2', offsets: [1, 2], hub: false },
  { name: 'star by hub', offsets: [], hub: true },
] as const;

/** Language models, one a speaking role, that mix weights with their neighbours after every round. */
function swarm(path: string, { offsets, hub }: (typeof SHAPES)[number], rounds: number) {
  const fish = { kind: 'fish', ...SMALL_FISH, width: 32, feedForward: 64, context: 32, schedule: 'linear' };
  return documentOf({
    nodes: {
      data: { kind: 'dataset', source: 'file', path, textColumn: 'text', tokenizer: 'char', vocabSize: 80 },
      part: { kind: 'shard', mode: 'column', column: 'label' },
      ...Object.fromEntries(FISH.map((id) => [id, fish])),
      ...(hub ? { hub: { kind: 'hub' } } : {}),
      mean: { kind: 'average' },
      goal: { kind: 'goal', task: 'language-modelling' },
    },
    links: [
      'data.examples > part.examples',
      'mean.prediction > goal.prediction',
      ...FISH.flatMap((id) => [
        `part.examples > ${id}.examples`,
        `${id}.prediction > mean.prediction`,
        ...(hub ? [`${id}.weights > hub.weights`, `hub.weights > ${id}.weights`] : []),
      ]),
      ...offsets.flatMap((offset) =>
        FISH.map((id, i) => `${id}.weights > ${FISH[(i + offset) % FISH.length]}.weights`),
      ),
    ],
    run: { rounds, local: { unit: 'steps', amount: 10 }, batchSize: 16, evaluateEvery: rounds },
  });
}

/** Speaking roles of Shakespeare without a server: what neighbours bring. */
export async function gossipingSpeakers({ lab, seeds, scale, say }: ExperimentContext): Promise<Finding> {
  const rounds = Math.max(3, Math.round(50 * scale));
  const path = lab.file(turns());
  const results: { name: string; perplexity: number; bytes: number }[] = [];
  for (const shape of SHAPES) {
    const losses: number[] = [];
    let bytes = 0;
    for (const seed of seeds) {
      const run = await lab.run(swarm(path, shape, rounds), { seed });
      losses.push(run.last('swarm/meanFish'));
      bytes = run.series('swarm/messageBytes').get(rounds) ?? 0;
      run.close();
      say(`roles, ${shape.name}, seed ${seed} done`);
    }
    results.push({ name: shape.name, perplexity: Math.exp(mean(losses)), bytes });
  }
  const [alone, ring, wide, hub] = results.map(({ perplexity }) => perplexity);
  return {
    tables: [
      {
        title: `8 speaking roles, ${rounds} rounds of 10 steps: mean fish on turns of all roles held back`,
        columns: ['topology', 'perplexity a character', 'kilobytes a round'],
        rows: results.map(({ name, perplexity, bytes }) => [name, perplexity, Math.round(bytes / 1000)]),
      },
    ],
    effects: [
      {
        claim: 'roles: peers learn more of the play than alone',
        holds: ring! < alone! && wide! < alone!,
        measured: `perplexity ${alone!.toFixed(2)} alone, ${ring!.toFixed(2)} in a ring, ${wide!.toFixed(2)} with four neighbours`,
        threshold: 'below',
      },
      {
        claim: 'roles: a ring is as good as an exact average',
        holds: ring! <= hub! * 1.03,
        measured: `perplexity ${ring!.toFixed(2)} against ${hub!.toFixed(2)} through a hub`,
        threshold: 'within 3 %',
      },
    ],
  };
}
