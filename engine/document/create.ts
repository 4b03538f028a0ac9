import type { NodeId } from '../core/brand.ts';
import { kindOf } from '../nodes/registry.ts';
import { completeParams } from './normalize.ts';
import { DOCUMENT_VERSION, documentSchema, type SwarmDocument, type SwarmNode } from './schema.ts';

/** A document without nodes and with every setting at its default. */
export function newDocument(): SwarmDocument {
  return documentSchema.parse({ version: DOCUMENT_VERSION });
}

/** A node of this kind with every parameter at its default. A kind this build does not know gets no parameters. */
export function createNode(kind: string, position: { readonly x: number; readonly y: number }): SwarmNode {
  return { kind, position: { x: position.x, y: position.y }, params: completeParams({ kind, params: {} }) };
}

/** The first free id of the form `fish-1`. */
export function nextNodeId(document: SwarmDocument, kind: string): NodeId {
  return nextId(kindOf(kind)?.kind ?? 'node', document.nodes) as NodeId; // kind and number match the id pattern
}

/** The first free `prefix-n` among the keys of a record, n from 1. */
export function nextId(prefix: string, taken: Readonly<Record<string, unknown>>): string {
  let number = 1;
  while (Object.hasOwn(taken, `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
