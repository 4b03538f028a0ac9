import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShuuraiError } from '../core/errors.ts';
import { arbitraryDocument } from './arbitrary.testing.ts';
import { createNode, newDocument, nextNodeId } from './create.ts';
import { normalize } from './normalize.ts';
import { MAX_DOCUMENT_LENGTH, parseDocument, readDocument } from './parse.ts';
import { serialize } from './serialize.ts';

function problemsOf(text: string) {
  const result = parseDocument(text);
  if (result.ok) throw new Error('expected problems');
  return result.problems;
}

function documentOf(text: string) {
  const result = parseDocument(text);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.document;
}

const swarm = () => {
  const document = newDocument();
  document.nodes['fish-1' as keyof typeof document.nodes] = createNode('fish', { x: 1, y: 2 });
  return document;
};

describe('canonical text', () => {
  it('[D1] reads back what it wrote, and writes the same again', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const text = serialize(document);
        const read = documentOf(text);
        expect(read).toEqual(normalize(document));
        expect(serialize(read)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('[D1] is the same text whatever order the keys were in', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const reversed = Object.fromEntries(Object.entries(document).toReversed()) as typeof document;
        reversed.nodes = Object.fromEntries(Object.entries(document.nodes).toReversed());
        reversed.links = Object.fromEntries(Object.entries(document.links).toReversed());
        expect(serialize(reversed)).toBe(serialize(document));
      }),
      { numRuns: 50 },
    );
  });

  it('[D2] writes every parameter of a known kind, so that a file keeps its meaning when a default changes', () => {
    const text = serialize(
      documentOf(
        '{"version":1,"nodes":{"f":{"kind":"fish","position":{"x":0,"y":0},"params":{"layers":3}}}}',
      ),
    );
    const params = JSON.parse(text).nodes.f.params;
    expect(params).toMatchObject({ layers: 3, width: 64, optimizer: 'adamw' });
    expect(Object.keys(params).slice(0, 3)).toEqual(['count', 'layers', 'width']);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('[D3] orders ids as people count', () => {
    const document = newDocument();
    for (const id of ['fish-10', 'fish-2', 'a', 'fish-1']) {
      document.nodes[id as keyof typeof document.nodes] = createNode('fish', { x: 0, y: 0 });
    }
    expect(Object.keys(JSON.parse(serialize(document)).nodes)).toEqual(['a', 'fish-1', 'fish-2', 'fish-10']);
  });
});

describe('a text that is no document', () => {
  it('[D4] is refused with a sentence, line and column wherever it was cut', () => {
    const text = serialize(swarm());
    for (let length = 0; length < text.length - 2; length += 1) {
      const [problem] = problemsOf(text.slice(0, length));
      expect(problem?.message).toMatch(/^[A-Z].*\.$/);
      const lines = text.slice(0, length).split('\n');
      expect(problem?.line).toBeLessThanOrEqual(lines.length);
      expect(problem?.column).toBeGreaterThanOrEqual(1);
    }
  });

  it('[D4] says where a half file ends', () => {
    const text = serialize(swarm());
    const half = text.slice(0, text.indexOf('"params"') + 4);
    const line = half.split('\n').length;
    expect(problemsOf(half)).toEqual([
      {
        line,
        column: half.length - half.lastIndexOf('\n'),
        path: '',
        message: 'The file ends inside a text; part of it seems to be missing.',
      },
    ]);
    expect(() => readDocument(half, 's.swarm')).toThrow(ShuuraiError);
    expect(() => readDocument(half, 's.swarm')).toThrow(`s.swarm, line ${line}, column `);
  });

  it('[D4] points at the value that is wrong', () => {
    const text =
      '{\n  "version": 1,\n  "nodes": {\n    "f": { "kind": "fish", "position": { "x": "1", "y": 0 }, "params": {} }\n  }\n}';
    expect(problemsOf(text)).toEqual([
      {
        line: 4,
        column: 42,
        path: 'nodes.f.position.x',
        message: '"nodes.f.position.x" must be a number, not "1".',
      },
    ]);
  });

  it('[D4] names a surplus key, a missing one and a value out of range', () => {
    const messages = problemsOf(
      '{"version":1,"colour":1,"nodes":{"f":{"kind":"fish","params":{}}},"run":{"rounds":0,"executor":"gpu"}}',
    ).map(({ message }) => message);
    expect(messages).toContain('The document has no "colour"; take it out.');
    expect(messages).toContain('"nodes.f.position" is missing: it must be an object.');
    expect(messages).toContain('"run.rounds" must be at least 1, not 0.');
    expect(messages).toContain('"run.executor" must be auto, onnx or tfjs, not "gpu".');
  });

  it.each([
    ['', 'The file is empty.'],
    ['[]', 'A swarm file holds one JSON object, but this is a list.'],
    ['{}', 'The file does not say its "version", so it is no swarm file.'],
    ['{"version":"1"}', '"version" must be a whole number from 1, not "1".'],
    [
      `{"version":"${'x'.repeat(90)}"}`,
      `"version" must be a whole number from 1, not "${'x'.repeat(55)}...".`,
    ],
    [
      `{"version":"${'🐟'.repeat(60)}"}`,
      `"version" must be a whole number from 1, not "${'🐟'.repeat(27)}...".`,
    ],
    ['{"version":1}{', 'There is more text after the end of the document: "{".'],
    ['\u0000\u0001\u0002', 'Here should be a value, but there is a character that is not text.'],
    ['{"version":1,"version":1}', 'The key "version" occurs twice in the same place; keep one of them.'],
    ['{"version":1,"nodes":{"__proto__":{}}}', 'The key "__proto__" is not allowed.'],
    ['{"version":1,"run":{"rounds":1e999}}', 'The number 1e999 is too large.'],
    ['{"version":1,"run":{"rounds":NaN}}', 'Here should be a value, but there is "N".'],
  ])('[D5] %j is met with a sentence', (text, message) => {
    expect(problemsOf(text)[0]?.message).toBe(message);
  });

  it('[D5] refuses ids that are words of JavaScript', () => {
    const text = '{"version":1,"nodes":{"toString":{"kind":"fish","position":{"x":0,"y":0},"params":{}}}}';
    expect(problemsOf(text)[0]?.message).toContain('cannot be used');
  });

  it('[D5] refuses nesting and size that only an attack has', () => {
    expect(problemsOf('['.repeat(100_000))[0]?.message).toBe('Values are nested more than 64 levels deep.');
    expect(problemsOf(' '.repeat(MAX_DOCUMENT_LENGTH + 1))[0]?.message).toContain('at most 16');
  });

  it('[D5] never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseDocument(text).ok).toBe(false);
      }),
    );
  });

  it('[D6] of a newer version is refused with what to do', () => {
    expect(problemsOf('{\n "version": 99, "whatever": true }')).toEqual([
      {
        line: 2,
        column: 2,
        path: 'version',
        message:
          'This file was made by a newer Shuurai (document version 99; this one reads up to 1): update the application to open it.',
      },
    ]);
  });
});

describe('an unknown kind', () => {
  it('[D7] keeps all its data', () => {
    const params = { deep: { list: [1, 'two', null, { three: true }] }, name: 'x' };
    const text = JSON.stringify({
      version: 1,
      nodes: { hub: { kind: 'hub-of-tomorrow', position: { x: 1, y: 2 }, params } },
    });
    expect(documentOf(serialize(documentOf(text))).nodes).toEqual({
      hub: { kind: 'hub-of-tomorrow', position: { x: 1, y: 2 }, params },
    });
  });
});

describe('new nodes', () => {
  it('take the first free number', () => {
    const document = swarm();
    expect(nextNodeId(document, 'fish')).toBe('fish-2');
    expect(nextNodeId(document, 'goal')).toBe('goal-1');
  });
});
