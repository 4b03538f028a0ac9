import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toYaml } from '../exchange/toYaml.ts';
import { arbitraryDocument } from './arbitrary.testing.ts';
import { parseDocument, readDocument } from './parse.ts';
import { serialize } from './serialize.ts';
import { parseYaml } from './yaml.ts';

describe('[D10] YAML', () => {
  it('is the same document as its JSON', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const text = serialize(document);
        const read = parseDocument(toYaml(JSON.parse(text)), 'yaml');
        expect(read.ok ? serialize(read.document) : read.problems).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('is read as people write it: comments, both styles, words that are texts', () => {
    const text = `# a reef
version: 1
meta: {name: yes}   # a text
nodes:
  fish:
    kind: fish
    position: {x: 10, y: -2.5}
    params:
      layers: 3
`;
    const document = readDocument(text, 'reef.swarm.yaml');
    expect(document.meta.name).toBe('yes');
    expect(document.nodes).toMatchObject({ fish: { position: { x: 10, y: -2.5 }, params: { layers: 3 } } });
  });

  it('names line and column of what makes no document', () => {
    const text =
      'version: 1\nnodes:\n  fish:\n    kind: fish\n    params: {}\n    position:\n      x: left\n      y: 0\n    colour: red\n';
    const result = parseDocument(text, 'yaml');
    expect(result.ok ? [] : result.problems).toMatchObject([
      { line: 7, column: 7, path: 'nodes.fish.position.x' },
      { line: 9, column: 5 },
    ]);
  });

  const bomb = `a: &a [${'x,'.repeat(20)}]\n${[...'bcdefghij'].map((key, i) => `${key}: &${key} [${`*${'abcdefghij'[i]},`.repeat(20)}]`).join('\n')}\n`;
  it.each<[string, string, string, number, number]>([
    ['a bomb of aliases', bomb, 'Anchors and aliases', 1, 4],
    ['an alias', 'version: 1\nmeta: *other', 'Anchors and aliases', 2, 7],
    ['a tag', 'version: !!js/function "f"', 'Tags', 1, 10],
    ['a key twice', 'version: 1\nversion: 2', 'occurs twice', 2, 1],
    [
      'a key that reaches into prototypes',
      'version: 1\n__proto__: {x: 1}',
      '"__proto__" is not allowed',
      2,
      1,
    ],
    ['a key that is a list', '? [a, b]\n: 1', 'A key is a text', 1, 3],
    ['a number without end', 'version: .inf', 'not finite', 1, 10],
    ['nesting without end', '['.repeat(100_000), 'nested more than 64', 1, 65],
    ['block nesting without end', '- '.repeat(100_000), 'nested more than 64', 1, 131],
    ['two documents', 'version: 1\n---\nversion: 1\n', 'more than one YAML document', 3, 1],
    ['nothing', '# only a remark\n', 'empty', 1, 1],
    ['tabs', 'nodes:\n\tfish: 1', 'indented by tabs', 2, 1],
    ['half a file', 'version: 1\nmeta: {name: "Ree', 'seems to be missing', 3, 1],
    ['a colon in a bare text', 'meta: a: b', 'quotation marks', 1, 8],
    ['bytes that are no text', 'a: \u0000\u0001', 'not text', 1, 4],
  ])('refuses %s with its place', (_name, text, says, line, column) => {
    const result = parseYaml(text);
    expect(result).toMatchObject({ ok: false, line, column });
    expect(result.ok ? '' : result.message).toContain(says);
  });
});
