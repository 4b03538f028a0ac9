import { z } from 'zod';

/** What a schema says about one value, as far as a form needs it. */
export interface FieldShape {
  readonly type: 'integer' | 'number' | 'boolean' | 'enum' | 'text' | 'other';
  readonly min: number | null;
  readonly max: number | null;
  readonly options: readonly string[];
  /** May be left empty (null). */
  readonly nullable: boolean;
  readonly initial: unknown;
}

const numberOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : null;

type JsonSchema = z.core.JSONSchema.BaseSchema;

function shapeOf(schema: JsonSchema): FieldShape {
  const parts = schema.anyOf as readonly JsonSchema[] | undefined; // JSON Schema's own type of anyOf is wider
  const inner = parts?.find((part) => part.type !== 'null');
  if (parts !== undefined && inner !== undefined) {
    const nullable = parts.some((part) => part.type === 'null');
    return { ...shapeOf(inner), nullable, initial: schema.default };
  }
  const options = Array.isArray(schema.enum) ? schema.enum.map(String) : [];
  const type =
    options.length > 0
      ? 'enum'
      : schema.type === 'integer' || schema.type === 'number' || schema.type === 'boolean'
        ? schema.type
        : schema.type === 'string'
          ? 'text'
          : 'other';
  return {
    type,
    min: numberOrNull(schema.minimum ?? schema.exclusiveMinimum),
    max: numberOrNull(schema.maximum ?? schema.exclusiveMaximum),
    options,
    nullable: false,
    initial: schema.default,
  };
}

const known = new WeakMap<z.ZodObject, Readonly<Record<string, FieldShape>>>();

/** The shape of every field of an object schema, in its order. */
export function fieldShapes(schema: z.ZodObject): Readonly<Record<string, FieldShape>> {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const shapes = Object.fromEntries(
    Object.entries(json.properties ?? {}).map(([name, property]) => [
      name,
      shapeOf(typeof property === 'boolean' ? {} : property),
    ]),
  );
  known.set(schema, shapes);
  return shapes;
}
