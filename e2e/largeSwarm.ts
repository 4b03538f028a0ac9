import type { GroupId, LinkId, NodeId } from '#engine/core/brand.ts';
import { createNode, newDocument } from '#engine/document/create.ts';
import { linkParamsSchema, type SwarmDocument, type SwarmNode } from '#engine/document/schema.ts';
import { ENDLESS_RUN } from './endlessRun.ts';

export const LARGE = { nodes: 1000, links: 2000, fish: 250 } as const;

const CELLS = 50;
const FISH_IN_CELL = 5;
const CELL_COLUMNS = 8;
const STEP = { x: 270, y: 190 } as const;
const CELL = { width: 6 * STEP.x + 20, height: FISH_IN_CELL * STEP.y + 60 } as const;
const GAP = 90;
const JUDGES = ['average', 'weighted', 'robust'] as const;
/** Faults that strike while somebody looks; all others wait for a round that never comes. */
export const EARLY_FAULTS = 12;

/**
 * A swarm that validates and trains, of 1,000 nodes in 50 groups and 2,000 links. In each group five small fish read a shard,
 * pass their weights round a ring, have a fault and a probe each, and are heard by three aggregators whose vote goes to the
 * goal. Measured and evaluated every round of one step, so that its metrics stream fast.
 */
export function largeSwarm(): SwarmDocument {
  const document = newDocument();
  document.meta.name = 'A large swarm';
  document.run = { ...document.run, ...ENDLESS_RUN };
  const add = (
    id: string,
    kind: string,
    position: { readonly x: number; readonly y: number },
    params: SwarmNode['params'],
    group?: GroupId,
  ): void => {
    const node = createNode(kind, position);
    // ids of this file fit the pattern
    document.nodes[id as NodeId] = {
      ...node,
      params: { ...node.params, ...params },
      ...(group === undefined ? {} : { group }),
    };
  };
  const link = (from: string, port: string, to: string): void => {
    document.links[`${from}-${port}-${to}` as LinkId] = {
      from: { node: from as NodeId, port },
      to: { node: to as NodeId, port },
      params: linkParamsSchema.parse({}),
    };
  };

  const rows = Math.ceil(CELLS / CELL_COLUMNS);
  const whole = {
    width: CELL_COLUMNS * (CELL.width + GAP),
    height: rows * (CELL.height + GAP),
  };
  add('dataset', 'dataset', { x: -400, y: whole.height / 2 }, { examples: 500, vocabSize: 500 });
  add('average', 'average', { x: whole.width + 60, y: whole.height / 2 }, {});
  add('goal', 'goal', { x: whole.width + 60 + STEP.x, y: whole.height / 2 }, {});
  link('average', 'prediction', 'goal');
  for (let cell = 0; cell < CELLS; cell += 1) {
    const group = `cell-${cell}` as GroupId;
    const corner = {
      x: (cell % CELL_COLUMNS) * (CELL.width + GAP),
      y: Math.floor(cell / CELL_COLUMNS) * (CELL.height + GAP),
    };
    const at = (column: number, row: number) => ({
      x: corner.x + 30 + column * STEP.x,
      y: corner.y + 40 + row * STEP.y,
    });
    document.groups[group] = {
      name: `Cell ${cell + 1}`,
      position: corner,
      size: CELL,
      collapsed: false,
    };
    const id = (kind: string, index?: number): string =>
      `${kind}-${cell}${index === undefined ? '' : `-${index}`}`;
    add(id('shard'), 'shard', at(0, 2), { mode: 'iid', replicas: 1 }, group);
    add(id('vote'), 'vote', at(5, 2), {}, group);
    link('dataset', 'examples', id('shard'));
    link(id('vote'), 'prediction', 'average');
    JUDGES.forEach((kind, index) => {
      add(id(kind), kind, at(4, index * 2), {}, group);
      link(id(kind), 'prediction', id('vote'));
    });
    for (let index = 0; index < FISH_IN_CELL; index += 1) {
      const fish = id('fish', index);
      const shape = { layers: 1, width: 8, heads: 1, feedForward: 8, context: 8, dropout: 0 };
      add(fish, 'fish', at(2, index), shape, group);
      link(id('shard'), 'examples', fish);
      link(fish, 'weights', id('fish', (index + 1) % FISH_IN_CELL));
      for (const kind of JUDGES) link(fish, 'prediction', id(kind));
      add(id('probe', index), 'probe', at(3, index), {}, group);
      link(fish, 'prediction', id('probe', index));
      // Three of the last cell have no fault, which makes a thousand of it.
      if (cell === CELLS - 1 && index > 1) continue;
      const round = index === 0 && cell < EARLY_FAULTS ? 2 + (cell % 3) : 1_000_000;
      add(id('fault', index), 'fault', at(1, index), { kind: 'crash', round }, group);
      link(id('fault', index), 'control', fish);
    }
  }
  // Neighbouring rings of the last row are joined, which makes two thousand.
  link('fish-48-0', 'weights', 'fish-49-0');
  link('fish-49-0', 'weights', 'fish-48-0');
  return document;
}
