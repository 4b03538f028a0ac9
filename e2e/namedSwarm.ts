import { buildSwarm } from '../engine/document/build.testing.ts';
import type { SwarmDocument } from '../engine/document/schema.ts';

const PLACES: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  Data: { x: 0, y: 40 },
  Ann: { x: 260, y: 0 },
  Bob: { x: 260, y: 190 },
  Mean: { x: 520, y: 60 },
  Goal: { x: 780, y: 60 },
  Loose: { x: 520, y: 260 },
};

/** A small swarm whose nodes have names: Data feeds Ann, whom Mean hears and the goal believes; Bob and Loose stand by. */
export function namedSwarm(): SwarmDocument {
  const swarm = buildSwarm(
    { Data: ['dataset'], Ann: ['fish'], Bob: ['fish'], Mean: ['average'], Goal: ['goal'], Loose: ['vote'] },
    [
      'Data.examples -> Ann.examples',
      'Ann.prediction -> Mean.prediction',
      'Mean.prediction -> Goal.prediction',
    ],
    { meta: { name: 'Named' } },
  );
  const nodes = Object.fromEntries(
    Object.entries(swarm.nodes).map(([id, node]) => [
      id,
      { ...node, name: id, position: PLACES[id] ?? node.position },
    ]),
  );
  return { ...swarm, nodes };
}
