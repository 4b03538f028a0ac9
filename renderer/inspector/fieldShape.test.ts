import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { linkParamsSchema, runSettingsSchema } from '#engine/document/schema.ts';
import { NODE_KINDS } from '#engine/nodes/registry.ts';
import { fieldShapes } from './fieldShape.ts';
import { linkFields } from './linkFields.ts';
import { runFields } from './runFields.ts';

describe('fieldShapes', () => {
  it('reads type, range, options and default from a schema', () => {
    const shapes = fieldShapes(
      z.strictObject({
        whole: z.int().min(1).max(64).default(4),
        share: z.number().min(0).max(0.9).default(0.1),
        choice: z.enum(['a', 'b']).default('b'),
        flag: z.boolean().default(false),
        word: z.string().default(''),
        maybe: z.number().min(0).nullable().default(null),
      }),
    );
    expect(shapes.whole).toMatchObject({ type: 'integer', min: 1, max: 64, initial: 4, nullable: false });
    expect(shapes.share).toMatchObject({ type: 'number', min: 0, max: 0.9 });
    expect(shapes.choice).toMatchObject({ type: 'enum', options: ['a', 'b'], initial: 'b' });
    expect(shapes.flag?.type).toBe('boolean');
    expect(shapes.word?.type).toBe('text');
    expect(shapes.maybe).toMatchObject({ type: 'number', nullable: true, min: 0 });
  });

  it('knows every field of every kind, of links and of the run', () => {
    const forms = [
      ...NODE_KINDS.map(({ kind, schema, fields }) => ({ name: kind, schema, fields })),
      { name: 'link', schema: linkParamsSchema, fields: linkFields },
      { name: 'run', schema: runSettingsSchema, fields: runFields },
    ];
    for (const { name, schema, fields } of forms) {
      const shapes = fieldShapes(schema);
      for (const [field, spec] of Object.entries(fields)) {
        const shape = shapes[field];
        expect(shape, `${name}.${field}`).toBeDefined();
        if (spec.control === 'slider' || spec.control === 'log-slider') {
          expect(shape?.min, `${name}.${field} needs a range`).not.toBeNull();
          expect(shape?.max, `${name}.${field} needs a range`).not.toBeNull();
        }
        if (spec.control === 'select') expect(shape?.options.length, `${name}.${field}`).toBeGreaterThan(1);
      }
    }
  });
});
