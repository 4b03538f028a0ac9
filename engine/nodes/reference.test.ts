import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from './fields.ts';
import { PORT_TYPES } from './kind.ts';
import { kindOf, NODE_KINDS } from './registry.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the generated reference', () => {
  it('is current', () => {
    execFileSync(process.execPath, [join(root, 'scripts', 'reference.ts'), '--check'], { stdio: 'pipe' });
  });
});

describe.each(NODE_KINDS.map((kind) => [kind.kind, kind] as const))('kind %s', (name, kind) => {
  it('is found by its name, which is its folder', () => {
    expect(kindOf(name)).toBe(kind);
  });

  it('[N1] has a whole form: every parameter has a field, every field a parameter that its default fits', () => {
    expect(Object.keys(kind.fields).toSorted()).toEqual(Object.keys(kind.schema.shape).toSorted());
    expect(kind.schema.safeParse({}).success).toBe(true);
    for (const { spec, value, initial } of fieldsOf(kind)) {
      expect(spec.label).toMatch(/^[A-Z]/);
      expect(spec.help).toMatch(/\.$/);
      if (value.type === 'choice') {
        expect(value.values).toContain(initial);
        if (spec.options !== undefined)
          expect(Object.keys(spec.options).toSorted()).toEqual(value.values.toSorted());
      }
      if (spec.control === 'slider' || spec.control === 'log-slider') {
        expect(value).toMatchObject({ min: expect.any(Number), max: expect.any(Number) });
      }
      if (spec.control === 'log-slider' && 'min' in value) expect(value.min).toBeGreaterThan(0);
    }
  });

  it('[N2] has ports with a known type, a sentence, and an id of its own in each direction', () => {
    const ports = kind.ports(kind.schema.parse({}));
    expect(new Set(ports.map(({ id, direction }) => `${direction} ${id}`)).size).toBe(ports.length);
    for (const port of ports) {
      expect(PORT_TYPES).toContain(port.type);
      expect(port.help).toMatch(/\.$/);
      for (const accepted of port.accepts ?? []) expect(kindOf(accepted)).toBeDefined();
    }
  });

  it('[N3] has a short badge and one line of help', () => {
    expect(kind.badge(kind.schema.parse({})).length).toBeLessThan(20);
    expect(kind.help).toMatch(/^[A-Z][^\n]*\.$/);
  });
});

it('unknown names have no kind', () => {
  expect(kindOf('toString')).toBeUndefined();
});
