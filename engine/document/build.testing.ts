import { normalize } from './normalize.ts';
import { documentSchema, type SwarmDocument } from './schema.ts';

/** A document for tests: nodes as [kind, params], links as "from.port -> to.port" named link-1, link-2, ... */
export function buildSwarm(
  nodes: Readonly<Record<string, readonly [kind: string, params?: Readonly<Record<string, unknown>>]>>,
  links: readonly string[],
  rest: Readonly<Record<string, unknown>> = {},
): SwarmDocument {
  const end = (text: string) => {
    const [node = '', port = ''] = text.trim().split('.');
    return { node, port };
  };
  return normalize(
    documentSchema.parse({
      version: 1,
      nodes: Object.fromEntries(
        Object.entries(nodes).map(([id, [kind, params = {}]], index) => [
          id,
          { kind, position: { x: 240 * index, y: 0 }, params },
        ]),
      ),
      links: Object.fromEntries(
        links.map((link, index) => {
          const [from = '', to = ''] = link.split('->');
          return [`link-${index + 1}`, { from: end(from), to: end(to) }];
        }),
      ),
      ...rest,
    }),
  );
}

/** The smallest whole swarm: four fish on a built-in task, averaged. */
export function wholeSwarm(): SwarmDocument {
  return buildSwarm(
    {
      data: ['dataset'],
      part: ['shard'],
      fish: ['fish', { count: 4 }],
      mean: ['average'],
      goal: ['goal'],
    },
    [
      'data.examples -> part.examples',
      'part.examples -> fish.examples',
      'fish.prediction -> mean.prediction',
      'mean.prediction -> goal.prediction',
    ],
  );
}
