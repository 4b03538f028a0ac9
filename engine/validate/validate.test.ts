import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument } from '../document/arbitrary.testing.ts';
import { wholeSwarm } from '../document/build.testing.ts';
import { newDocument } from '../document/create.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { applyFix } from './applyFix.ts';
import { CASES } from './cases/index.testing.ts';
import { swarm } from './cases/swarm.testing.ts';
import { DIAGNOSTIC_CODES, type DiagnosticCode } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { validate } from './validate.ts';

const whole = wholeSwarm();
const find = (document: SwarmDocument, code: DiagnosticCode) =>
  validate(document).filter((problem) => problem.code === code);
const key = ({ code, path, linkId }: Diagnostic) => `${code} ${path} ${linkId}`;

describe('validation', () => {
  it('[V1] finds nothing wrong with a whole swarm', () => {
    expect(validate(whole)).toEqual([]);
  });

  it('[V2] meets an empty document with what to add, in the order to add it', () => {
    expect(validate(newDocument()).map(({ code }) => code)).toEqual(['no-data', 'no-fish', 'no-goal']);
  });

  it('[V2] leads from an empty document to one that runs by its own fixes', () => {
    let document = newDocument();
    for (let clicks = 0; clicks < 10; clicks += 1) {
      const fix = validate(document).find((problem) => problem.fix !== undefined)?.fix;
      if (fix === undefined) break;
      document = applyFix(document, fix);
    }
    expect(validate(document)).toEqual([]);
  });

  it.each(CASES)('[V3] %s: %s', (code, _, document, message, mend) => {
    const problem = find(document, code).find((one) => message.test(one.message));
    expect(problem, JSON.stringify(validate(document), null, 1)).toBeDefined();
    if (problem === undefined) return;
    expect(problem.message).toMatch(/[.?]$/);
    if (mend === 'no fix') {
      expect(problem.fix).toBeUndefined();
    } else {
      const fix = problem.fix;
      if (fix === undefined) throw new Error('expected a fix');
      expect(validate(applyFix(document, fix)).map(key)).not.toContain(key(problem));
    }
  });

  it('[V3] has a case for every code', () => {
    expect(new Set(CASES.map(([code]) => code))).toEqual(new Set(DIAGNOSTIC_CODES));
  });

  it('[V4] lets talk between fish go round', () => {
    const ring = swarm({ x: ['fish'] }, [
      'part.examples -> x.examples',
      'x.prediction -> mean.prediction',
      ...['state', 'prediction', 'weights'].flatMap((port) => [
        `x.${port} -> fish.${port}`,
        `fish.${port} -> x.${port}`,
      ]),
    ]);
    expect(validate(ring)).toEqual([]);
  });

  it('[V4] lets fish of different widths exchange states', () => {
    const mixed = swarm({ x: ['fish', { width: 32 }] }, [
      'part.examples -> x.examples',
      'x.prediction -> mean.prediction',
      'x.state -> fish.state',
    ]);
    expect(validate(mixed)).toEqual([]);
  });

  it('[V4] checks many thousand groups inside each other, and finds the circle they are in', () => {
    const depth = 20_000;
    const nested = (outermost: string | undefined) =>
      Object.fromEntries(
        Array.from({ length: depth }, (_, i) => [
          `g${i}`,
          {
            name: 'Nested',
            position: { x: 0, y: 0 },
            size: { width: 10, height: 10 },
            collapsed: false,
            parent: i === 0 ? outermost : `g${i - 1}`,
          },
        ]),
      ) as SwarmDocument['groups']; // ids of the right form
    expect(validate({ ...whole, groups: nested(undefined) })).toEqual([]);
    const circle = find({ ...whole, groups: nested(`g${depth - 1}`) }, 'unknown-group');
    expect(circle).toHaveLength(depth);
    expect(circle[0]?.message).toContain('stands inside itself');
    const lost = find({ ...whole, groups: nested('nobody') }, 'unknown-group');
    expect(lost[0]?.message).toContain('inside "nobody", which is not in the swarm');
  });

  it('[V5] is pure and total: any document gets sentences, and every fix can be applied', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const before = JSON.stringify(document);
        for (const { message, fix } of validate(document)) {
          expect(message.length).toBeGreaterThan(10);
          if (fix !== undefined) validate(applyFix(document, fix));
        }
        expect(JSON.stringify(document)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});
