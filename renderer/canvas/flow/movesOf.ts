import type { SwarmDocument } from '#engine/document/schema.ts';
import type { Moves } from '../../documents/moveThings.ts';
import { thingOf } from '../flowIds.ts';
import type { FlowNode } from './flowNode.ts';

/** Positions that differ from the document's, after a drag: whole numbers. */
export function movesOf(document: SwarmDocument, nodes: readonly FlowNode[]): Moves {
  const moves = { nodes: [], groups: [], comments: [] } as {
    [Kind in keyof Moves]: Moves[Kind][number][];
  }; // empty lists have any type
  for (const { id: flowId, position } of nodes) {
    const thing = thingOf(flowId);
    const to = { x: Math.round(position.x), y: Math.round(position.y) };
    const differs = (at: { x: number; y: number } | undefined): boolean =>
      at !== undefined && (at.x !== to.x || at.y !== to.y);
    switch (thing.kind) {
      case 'node':
        if (differs(document.nodes[thing.id]?.position)) moves.nodes.push({ id: thing.id, ...to });
        break;
      case 'group':
        if (differs(document.groups[thing.id]?.position)) moves.groups.push({ id: thing.id, ...to });
        break;
      case 'comment':
        if (differs(document.comments[thing.id]?.position)) moves.comments.push({ id: thing.id, ...to });
        break;
      case 'boundary':
        break;
    }
  }
  return moves;
}
