import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json.ts';

const positiveZero = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('JSON with places', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!text.includes('__proto__') && !text.includes('constructor') && !text.includes('prototype'));
        const result = parseJson(text);
        expect(result.ok && result.value).toEqual(positiveZero(JSON.parse(text)));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const noise = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        'a',
        '"k"',
        '1',
        '-',
        '0',
        '.5',
        'e9',
        'true',
        'nul',
        '\\',
        '\\u12',
        ' ',
        '\n',
        '\t',
      ),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(noise, (parts) => {
        const text = parts.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const result = parseJson(text);
        if (result.ok) expect(valid).toBe(true);
        else if (valid) expect(result.message).toMatch(/occurs twice|is too large/);
      }),
      { numRuns: 3000 },
    );
  });

  it('knows where a value stands', () => {
    const result = parseJson('\uFEFF{\n  "a": [1,\n    {"b": 2}]\n}');
    if (!result.ok) throw new Error(result.message);
    expect(result.locate(['a', 1, 'b'])).toEqual({ line: 3, column: 6 });
    expect(result.locate(['a', 1, 'missing'])).toEqual({ line: 3, column: 5 });
    expect(result.locate(['a'])).toEqual({ line: 2, column: 3 });
  });
});
