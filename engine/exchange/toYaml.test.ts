import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORBIDDEN_KEYS } from '../document/json.ts';
import { parseYaml } from '../document/yaml.ts';
import { toYaml } from './toYaml.ts';

test('block style, with quotation marks only where a reader could take a text for something else', () => {
  expect(
    toYaml({ name: 'Two schools', on: 'yes', list: [1, 'a: b', []], deep: [{ x: 1, y: null }], none: {} }),
  ).toBe(
    `name: Two schools
"on": "yes"
list:
  - 1
  - "a: b"
  - []
deep:
  - x: 1
    "y": null
none: {}
`,
  );
});

test('whatever JSON holds is all there', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify({ value }), (key, item) => {
        fc.pre(!FORBIDDEN_KEYS.has(key)); // those are refused by every reader
        return item === 0 ? 0 : item; // no -0
      });
      const read = parseYaml(toYaml(plain));
      expect(read.ok ? read.value : read.message).toEqual(plain);
    }),
    { numRuns: 500 },
  );
});
