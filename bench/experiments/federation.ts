import type { SwarmDocument } from '#engine/document/schema.ts';
import { documentOf, SMALL_FISH } from './documents.ts';

type Params = Readonly<Record<string, unknown>>;

export interface Federation {
  readonly clients: number;
  /** Clients that lie, besides those; nobody hears their answers. */
  readonly liars?: number;
  /** How much weight a liar claims in a plain mean. */
  readonly claim?: number;
  readonly server?: Params;
  readonly shard?: Params;
  /** By default 1,600 texts of the built-in topics. */
  readonly dataset?: Params;
  readonly fish?: Params;
  readonly goal?: Params;
  readonly rounds: number;
  readonly local: Params;
  readonly batchSize?: number;
  readonly evaluateEvery?: number;
  /** Parameters of the links to the server. */
  readonly up?: Params;
}

/** Clients of one server, one part of the data each; all of them are its model after each round. */
export function federation(swarm: Federation): SwarmDocument {
  const fish = { ...SMALL_FISH, ...swarm.fish };
  const liars = swarm.liars ?? 0;
  return documentOf({
    nodes: {
      data: { kind: 'dataset', ...(swarm.dataset ?? { task: 'topics', examples: 1600 }) },
      part: { kind: 'shard', mode: 'iid', ...swarm.shard },
      fish: { kind: 'fish', ...fish, count: swarm.clients },
      ...(liars > 0 ? { liar: { kind: 'fish', ...fish, count: liars } } : {}),
      server: { kind: 'federated', ...swarm.server },
      mean: { kind: 'average' },
      goal: { kind: 'goal', ...swarm.goal },
    },
    links: [
      'data.examples > part.examples',
      'part.examples > fish.examples',
      ['fish.weights > server.weights', swarm.up ?? {}],
      'server.weights > fish.weights',
      'fish.prediction > mean.prediction',
      'mean.prediction > goal.prediction',
      ...(liars > 0
        ? ([
            'part.examples > liar.examples',
            ['liar.weights > server.weights', { strength: swarm.claim ?? 1 }],
            'server.weights > liar.weights',
          ] as const)
        : []),
    ],
    run: {
      rounds: swarm.rounds,
      local: swarm.local,
      batchSize: swarm.batchSize ?? 16,
      evaluateEvery: swarm.evaluateEvery ?? 1,
    },
  });
}
