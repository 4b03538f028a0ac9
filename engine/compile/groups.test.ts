import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/parse.ts';
import { documentSchema, type SwarmDocument } from '../document/schema.ts';
import { lower } from './lower.ts';

const folder = join(import.meta.dirname, '../../templates');
const templates = readdirSync(folder)
  .filter((name) => name.endsWith('.swarm'))
  .map((name) => readDocument(readFileSync(join(folder, name), 'utf8'), name));

/** The same swarm in other groups: node k stands in group `picks[k]`, group k in group `nests[k]`, if that comes later. */
function regrouped(
  document: SwarmDocument,
  picks: readonly number[],
  nests: readonly number[],
): SwarmDocument {
  const frame = { name: 'g', position: { x: 0, y: 0 }, size: { width: 9, height: 9 } };
  const groups = nests.map((nest, index) => [
    `g-${index}`,
    {
      ...frame,
      collapsed: nest % 2 === 0,
      ...(nest > index && nest < nests.length ? { parent: `g-${nest}` } : {}),
    },
  ]);
  const nodes = Object.entries(document.nodes).map(([id, { group: _, ...node }], index) => {
    const pick = picks[index % picks.length] ?? 0;
    return [id, pick < nests.length ? { ...node, group: `g-${pick}` } : node];
  });
  const note = { text: 'read me', position: { x: 0, y: 0 }, size: { width: 9, height: 9 } };
  return documentSchema.parse({
    ...document,
    nodes: Object.fromEntries(nodes),
    groups: Object.fromEntries(groups),
    comments: { note },
  });
}

describe('groups and comments', () => {
  it('[G3] change nothing of the plan of a run, however they are drawn', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }),
        (document, picks, nests) => {
          expect(lower(regrouped(document, picks, nests))).toEqual(lower(document));
        },
      ),
      { numRuns: 60 },
    );
  });
});
