import { buildSwarm } from '../engine/document/build.testing.ts';

const small = { layers: 1, width: 16, heads: 2, feedForward: 32 };
const drawn = buildSwarm(
  {
    data: ['dataset', { examples: 600 }],
    part: ['shard'],
    school: ['fish', { ...small, count: 4 }],
    large: ['fish', { ...small, width: 32 }],
    middle: ['robust'],
    levels: ['cascade', { threshold: 0.8 }],
    judge: ['reinforce', { decisions: 5 }],
    breeder: ['evolve', { method: 'genetic', first: 2, every: 3, generations: 2 }],
    keeper: ['supervise'],
    goal: ['goal'],
  },
  [
    'data.examples -> part.examples',
    'part.examples -> school.examples',
    'data.examples -> large.examples',
    'school.prediction -> middle.prediction',
    'middle.prediction -> levels.prediction',
    'large.prediction -> levels.prediction',
    'levels.prediction -> goal.prediction',
    'judge.control -> middle.control',
    'breeder.control -> school.control',
    'keeper.control -> school.control',
    'keeper.control -> large.control',
  ],
  {
    meta: { name: 'Broken and mended' },
    run: { rounds: 5000, local: { unit: 'steps', amount: 8 }, batchSize: 16, evaluateEvery: 1 },
  },
);

const PLACES: Readonly<Record<string, readonly [x: number, y: number]>> = {
  data: [0, 100],
  part: [240, 0],
  school: [480, 0],
  large: [480, 200],
  middle: [720, 0],
  levels: [960, 100],
  judge: [480, -150],
  breeder: [240, 320],
  keeper: [240, 460],
  goal: [1200, 100],
};
/** A small swarm with many kinds of nodes that learns for a long time, to be broken and mended meanwhile. */
export const mendedSwarm = {
  ...drawn,
  nodes: Object.fromEntries(
    Object.entries(drawn.nodes).map(([id, node]) => {
      const [x, y] = PLACES[id] ?? [0, 0];
      const name = { school: 'School', large: 'Large' }[id];
      return [id, { ...node, position: { x, y }, ...(name === undefined ? {} : { name }) }];
    }),
  ),
};
