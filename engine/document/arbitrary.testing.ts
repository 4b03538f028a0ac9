import fc from 'fast-check';
import { NODE_KINDS } from '../nodes/registry.ts';
import { COMMENT_COLOURS, documentSchema, ID_PATTERN, type SwarmDocument } from './schema.ts';

const id = () => fc.stringMatching(ID_PATTERN).filter((value) => !(value in Object.prototype));
const coordinate = () =>
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => (value === 0 ? 0 : value)); // no -0
const point = () => fc.record({ x: coordinate(), y: coordinate() });
/** JSON without -0 and without keys that files may not have. */
const json = () =>
  fc
    .jsonValue({ maxDepth: 3 })
    .map((value) => JSON.parse(JSON.stringify(value).replaceAll(/__proto__|constructor|prototype/g, 'key')));
const params = () =>
  fc.dictionary(
    fc
      .oneof(fc.constantFrom('layers', 'count', 'task', 'mode', 'zebra'), fc.string({ maxLength: 8 }))
      .filter((key) => key !== '__proto__' && key !== 'constructor' && key !== 'prototype'),
    json(),
    { maxKeys: 4, noNullPrototype: true },
  );

const end = () => fc.record({ node: id(), port: fc.constantFrom('prediction', 'state', 'port of tomorrow') });

/** Any document the schema accepts, sensible or not: known and unknown kinds, dangling links, wrong parameters. */
export function arbitraryDocument(): fc.Arbitrary<SwarmDocument> {
  const node = fc.record(
    {
      kind: fc.constantFrom(...NODE_KINDS.map(({ kind }) => kind), 'kind-of-tomorrow'),
      name: fc.string({ maxLength: 20 }),
      position: point(),
      group: id(),
      params: params(),
    },
    { requiredKeys: ['kind', 'position', 'params'], noNullPrototype: true },
  );
  const link = fc.record(
    {
      from: end(),
      to: end(),
      params: fc.record(
        {
          strength: fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => value + 0),
          every: fc.integer({ min: 1, max: 9 }),
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
    },
    { requiredKeys: ['from', 'to'], noNullPrototype: true },
  );
  const group = fc.record({
    name: fc.string({ maxLength: 20 }),
    position: point(),
    size: fc.record({ width: fc.integer({ min: 1, max: 999 }), height: fc.integer({ min: 1, max: 999 }) }),
  });
  const comment = fc.record(
    {
      text: fc.string({ maxLength: 40 }),
      position: point(),
      size: fc.record({ width: fc.integer({ min: 1, max: 999 }), height: fc.integer({ min: 1, max: 999 }) }),
      colour: fc.constantFrom(...COMMENT_COLOURS),
      group: id(),
    },
    { requiredKeys: ['text', 'position', 'size'], noNullPrototype: true },
  );
  return fc
    .record({
      version: fc.constant(1),
      meta: fc.record({
        name: fc.string({ maxLength: 20 }),
        tags: fc.array(fc.string({ maxLength: 9 }), { maxLength: 3 }),
      }),
      nodes: fc.dictionary(id(), node, { maxKeys: 5, noNullPrototype: true }),
      links: fc.dictionary(id(), link, { maxKeys: 5, noNullPrototype: true }),
      groups: fc.dictionary(id(), group, { maxKeys: 2, noNullPrototype: true }),
      comments: fc.dictionary(id(), comment, { maxKeys: 2, noNullPrototype: true }),
      run: fc.record({
        rounds: fc.integer({ min: 1, max: 99 }),
        seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      }),
    })
    .map((raw) => documentSchema.parse(raw));
}
