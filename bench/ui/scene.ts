import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { createNode, newDocument } from '#engine/document/create.ts';
import { linkParamsSchema, type SwarmDocument, type SwarmNode } from '#engine/document/schema.ts';
import { ENDLESS_RUN } from '../../e2e/endlessRun.ts';

const COLUMNS = 14;
/** Nodes that are no fish: dataset, shard, average, goal. */
const OTHERS = 4;
const STEP = { x: 260, y: 190 } as const;

/**
 * A swarm of `count` nodes that runs fast, so that its metrics stream fast: single fish of the smallest useful shape,
 * each linked to data and aggregator, and evaluated every round of one step.
 */
export function manyNodes(count: number): SwarmDocument {
  const document = newDocument();
  document.meta.name = `${count} nodes`;
  document.run = { ...document.run, ...ENDLESS_RUN };
  const add = (id: string, kind: string, column: number, row: number, params: SwarmNode['params']): void => {
    const node = createNode(kind, { x: column * STEP.x, y: row * STEP.y });
    document.nodes[id as NodeId] = { ...node, params: { ...node.params, ...params } }; // ids of this file fit the pattern
  };
  const link = (from: string, port: string, to: string): void => {
    document.links[`${from}-${port}-${to}` as LinkId] = {
      from: { node: from as NodeId, port },
      to: { node: to as NodeId, port },
      params: linkParamsSchema.parse({}),
    };
  };
  const fish = count - OTHERS;
  const middle = Math.floor(fish / COLUMNS / 2);
  add('dataset', 'dataset', -2, middle, { examples: 500, vocabSize: 500 });
  add('shard', 'shard', -1, middle, { mode: 'iid', replicas: 1 });
  add('average', 'average', COLUMNS, middle, {});
  add('goal', 'goal', COLUMNS + 1, middle, {});
  link('dataset', 'examples', 'shard');
  for (let index = 0; index < fish; index += 1) {
    const id = `fish-${index}`;
    add(id, 'fish', index % COLUMNS, Math.floor(index / COLUMNS), {
      layers: 1,
      width: 8,
      heads: 1,
      feedForward: 8,
      context: 8,
      dropout: 0,
    });
    link('shard', 'examples', id);
    link(id, 'prediction', 'average');
  }
  link('average', 'prediction', 'goal');
  return document;
}
