import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentOf, SMALL_FISH } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { mean } from './numbers.ts';

const PLAY = join(import.meta.dirname, '../../../shared/data/tinyshakespeare/input.txt');
const CLIENTS = 8;
/** Most characters of a role taken: small enough that one client alone knows little of the language. */
const MOST = 12_000;

/** Turns of the eight largest roles below that size. A block whose first line is "NAME:" is a turn; others go on. */
export function turns(): { text: string; label: string }[] {
  if (!existsSync(PLAY)) throw new Error('The play is not in ../shared/data/tinyshakespeare.');
  const spoken = new Map<string, string[]>();
  let speaker = '';
  for (const block of readFileSync(PLAY, 'utf8').split(/\n{2,}/)) {
    const name = /^([^\n:]+):\n/.exec(block)?.[1];
    speaker = name ?? speaker;
    const text = name === undefined ? block : block.slice(name.length + 2);
    spoken.set(speaker, [...(spoken.get(speaker) ?? []), text.trim()]);
  }
  const size = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);
  return [...spoken]
    .filter(([, texts]) => size(texts) < MOST)
    .toSorted(([, a], [, b]) => size(b) - size(a))
    .slice(0, CLIENTS)
    .flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
}

/** Language models, one a speaking role, alone or as clients of a server. */
function swarm(path: string, joined: boolean, proximal: number, rounds: number) {
  return documentOf({
    nodes: {
      data: { kind: 'dataset', source: 'file', path, textColumn: 'text', tokenizer: 'char', vocabSize: 80 },
      part: { kind: 'shard', mode: 'column', column: 'label' },
      fish: { kind: 'fish', ...SMALL_FISH, width: 32, feedForward: 64, context: 32, count: CLIENTS },
      ...(joined ? { server: { kind: 'federated', proximal } } : {}),
      mean: { kind: 'average' },
      goal: { kind: 'goal', task: 'language-modelling' },
    },
    links: [
      'data.examples > part.examples',
      'part.examples > fish.examples',
      ...(joined ? ['fish.weights > server.weights', 'server.weights > fish.weights'] : []),
      'fish.prediction > mean.prediction',
      'mean.prediction > goal.prediction',
    ],
    run: { rounds, local: { unit: 'steps', amount: 20 }, batchSize: 16, evaluateEvery: rounds },
  });
}

/** Speaking roles of Shakespeare as natural clients: do they learn more of the play together than alone? */
export async function speakers({ lab, seeds, scale, say }: ExperimentContext): Promise<Finding> {
  const rounds = Math.max(3, Math.round(25 * scale));
  const path = lab.file(turns());
  const arms = [
    { name: 'alone', joined: false, proximal: 0 },
    { name: 'FedAvg', joined: true, proximal: 0 },
    { name: 'FedProx, mu 0.1', joined: true, proximal: 0.1 },
  ];
  const results = [];
  for (const arm of arms) {
    const losses: number[] = [];
    const drifts: number[] = [];
    for (const seed of seeds) {
      const run = await lab.run(swarm(path, arm.joined, arm.proximal, rounds), { seed });
      losses.push(run.last('swarm/meanFish'));
      drifts.push(run.last('node/server/drift'));
      run.close();
      say(`${arm.name}, seed ${seed} done`);
    }
    results.push({ ...arm, loss: mean(losses), drift: mean(drifts) });
  }
  const [alone, together, pulled] = results.map(({ loss }) => loss);
  const [, free, held] = results.map(({ drift }) => drift);
  return {
    tables: [
      {
        title: `${CLIENTS} speaking roles as clients, ${rounds} rounds of 20 steps: mean fish on turns of all roles held back`,
        columns: ['arm', 'perplexity a character', 'drift a round'],
        rows: results.map(({ name, loss, drift }) => [
          name,
          Math.exp(loss),
          Number.isFinite(drift) ? drift : '-',
        ]),
      },
    ],
    effects: [
      {
        claim: 'clients that speak different roles learn more together than alone',
        holds: together! < alone!,
        measured: `perplexity ${Math.exp(together!).toFixed(2)} against ${Math.exp(alone!).toFixed(2)}`,
        threshold: 'below',
      },
      {
        claim: 'a proximal term keeps clients nearer to the server',
        holds: held! < free!,
        measured: `drift ${held!.toFixed(3)} against ${free!.toFixed(3)}; perplexity ${Math.exp(pulled!).toFixed(2)}`,
        threshold: 'below (no better perplexity is claimed: swarm.md)',
      },
    ],
  };
}
