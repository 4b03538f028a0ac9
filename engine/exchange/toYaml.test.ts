import fc from 'fast-check';
import { expect, test } from 'vitest';
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

/** Reads what toYaml may write: enough to see that nothing is lost. */
function readBack(yaml: string): unknown {
  const lines = yaml.split('\n').filter((line) => line !== '');
  let at = 0;
  const indentOf = (line: string): number => line.length - line.trimStart().length;
  const atom = (text: string): unknown =>
    /^[A-Za-z_]/.test(text) && !/^(true|false|null)$/.test(text) ? text : JSON.parse(text);
  const splitKey = (text: string): [string, string] | null => {
    const match = /^("(?:[^"\\]|\\.)*"|[^":]+?):(?: (.*))?$/s.exec(text);
    return match === null ? null : [String(atom(match[1] ?? '')), match[2] ?? ''];
  };
  function block(indent: number): unknown {
    const isList = lines[at]?.slice(indent).startsWith('- ') === true;
    const list: unknown[] = [];
    const entries: [string, unknown][] = [];
    while (at < lines.length && indentOf(lines[at] ?? '') === indent) {
      const line = (lines[at] ?? '').slice(indent);
      if (isList) {
        const rest = line.slice(2);
        if (rest.startsWith('- ') || (splitKey(rest) !== null && !/^"(?:[^"\\]|\\.)*"$/.test(rest))) {
          lines[at] = `${' '.repeat(indent + 2)}${rest}`;
          list.push(block(indent + 2));
        } else {
          at += 1;
          list.push(atom(rest));
        }
        continue;
      }
      const pair = splitKey(line);
      if (pair === null) throw new Error(`cannot read ${line}`);
      at += 1;
      entries.push([pair[0], pair[1] === '' ? block(indent + 2) : atom(pair[1])]);
    }
    return isList ? list : Object.fromEntries(entries);
  }
  const [only] = lines;
  return lines.length === 1 && only !== undefined && splitKey(only) === null && !only.startsWith('- ')
    ? atom(only)
    : block(0);
}

test('whatever JSON holds is all there', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(readBack(toYaml(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 500 },
  );
});
