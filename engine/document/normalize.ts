import type { z } from 'zod';
import { kindOf } from '../nodes/registry.ts';
import { compareIds, sortRecord } from './order.ts';
import {
  commentSchema,
  documentSchema,
  groupSchema,
  linkEndSchema,
  linkParamsSchema,
  linkSchema,
  metaSchema,
  nodeSchema,
  runSettingsSchema,
  type SwarmDocument,
  type SwarmGroup,
  type SwarmNode,
} from './schema.ts';

type Json = z.core.util.JSONType;

/** Keys in the order of the schema; keys it does not name follow, sorted; absent optional ones stay absent. */
function inOrder<T extends object>(value: T, schema: z.ZodObject): T {
  const known = Object.keys(schema.shape);
  const rest = Object.keys(value).filter((key) => !Object.hasOwn(schema.shape, key));
  const given = new Map(Object.entries(value));
  const entries = [...known, ...rest.toSorted(compareIds)].map((key) => [key, given.get(key)] as const);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined)) as T; // the same entries
}

function sortDeep(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortDeep);
  if (typeof value !== 'object' || value === null) return value;
  return sortRecord(Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, sortDeep(entry)])));
}

/** The parameters with every default written out; what is wrong with them stays for validation to name. */
export function completeParams(node: Pick<SwarmNode, 'kind' | 'params'>): SwarmNode['params'] {
  const kind = kindOf(node.kind);
  const given = Object.fromEntries(Object.entries(node.params).map(([key, value]) => [key, sortDeep(value)]));
  if (kind === undefined) return sortRecord(given);
  const complete = { ...given };
  for (const [name, field] of Object.entries(kind.schema.shape)) {
    if (complete[name] !== undefined) continue;
    const initial = field.safeParse(undefined);
    if (initial.success && initial.data !== undefined) complete[name] = initial.data as Json; // parameters are JSON
  }
  return inOrder(complete, kind.schema);
}

const pointOf = ({ position }: Pick<SwarmNode, 'position'>) => ({ x: position.x, y: position.y });
const sizeOf = ({ size }: Pick<SwarmGroup, 'size'>) => ({ width: size.width, height: size.height });

/**
 * The normal form of a document: every parameter of a known kind written out, records ordered by id, keys in schema
 * order. Two documents that mean the same have the same normal form, except for positions and names.
 */
export function normalize(document: SwarmDocument): SwarmDocument {
  const nodes = Object.entries(document.nodes).map(([id, node]) => [
    id,
    inOrder({ ...node, position: pointOf(node), params: completeParams(node) }, nodeSchema),
  ]);
  const links = Object.entries(document.links).map(([id, link]) => [
    id,
    inOrder(
      {
        from: inOrder(link.from, linkEndSchema),
        to: inOrder(link.to, linkEndSchema),
        params: inOrder(link.params, linkParamsSchema),
      },
      linkSchema,
    ),
  ]);
  const groups = Object.entries(document.groups).map(([id, group]) => [
    id,
    inOrder({ ...group, position: pointOf(group), size: sizeOf(group) }, groupSchema),
  ]);
  const comments = Object.entries(document.comments).map(([id, comment]) => [
    id,
    inOrder({ ...comment, position: pointOf(comment), size: sizeOf(comment) }, commentSchema),
  ]);
  return inOrder(
    {
      version: document.version,
      meta: inOrder(document.meta, metaSchema),
      nodes: sortRecord(Object.fromEntries(nodes)),
      links: sortRecord(Object.fromEntries(links)),
      groups: sortRecord(Object.fromEntries(groups)),
      comments: sortRecord(Object.fromEntries(comments)),
      run: inOrder(
        {
          ...document.run,
          local: {
            unit: document.run.local.unit,
            amount: document.run.local.amount,
          } as SwarmDocument['run']['local'],
        }, // the same pair, in order
        runSettingsSchema,
      ),
    },
    documentSchema,
  );
}
