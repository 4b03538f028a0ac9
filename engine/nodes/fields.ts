import { z } from 'zod';
import type { FieldSpec, NodeKind } from './kind.ts';

/** What values a field takes, read from its zod schema. */
export type FieldType =
  | { readonly type: 'integer' | 'number'; readonly min: number | null; readonly max: number | null }
  | { readonly type: 'text'; readonly maxLength: number | null }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'switch' };

/** One line of a node's form: everything the inspector, the reference and `--set` need to know. */
export interface Field {
  readonly name: string;
  readonly spec: FieldSpec;
  readonly value: FieldType;
  /** May be empty (null). */
  readonly nullable: boolean;
  readonly initial: unknown;
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly maxLength?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly default?: unknown;
}

/** The kind of value a schema takes, and whether null is one of them; null for lists and objects. */
export function fieldType(schema: z.ZodType): Pick<Field, 'value' | 'nullable'> | null {
  const json = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema; // the parts of JSON Schema our fields use
  const inner = json.anyOf?.find(({ type }) => type !== 'null') ?? json;
  const value = typeOf(inner);
  return value && { value, nullable: json.anyOf?.some(({ type }) => type === 'null') ?? false };
}

function typeOf(json: JsonSchema): FieldType | null {
  if (json.enum !== undefined) return { type: 'choice', values: json.enum };
  switch (json.type) {
    case 'integer':
    case 'number':
      return {
        type: json.type,
        min: json.minimum ?? json.exclusiveMinimum ?? null,
        max: json.maximum ?? null,
      };
    case 'boolean':
      return { type: 'switch' };
    case 'string':
      return { type: 'text', maxLength: json.maxLength ?? null };
    default:
      throw new Error(
        `a parameter must be a number, a text, a choice or a switch, not ${JSON.stringify(json)}`,
      );
  }
}

const cache = new WeakMap<NodeKind, readonly Field[]>();

/** The fields of a kind in the order of its form. */
export function fieldsOf(kind: NodeKind): readonly Field[] {
  const known = cache.get(kind);
  if (known !== undefined) return known;
  const fields = Object.entries(kind.fields).flatMap(([name, spec]): Field[] => {
    const schema = kind.schema.shape[name];
    if (schema === undefined) return [];
    // shapes of ZodObject hold core types; every one of ours is a classic ZodType
    const type = fieldType(schema as z.ZodType);
    if (type === null) throw new Error(`${kind.kind}.${name} is no number, text, choice or switch`);
    return [{ name, spec, ...type, initial: schema.safeParse(undefined).data }];
  });
  cache.set(kind, fields);
  return fields;
}

/** In words, as the end of "must be ...": "a whole number from 1 to 24". */
export function describeType({ value, nullable }: Pick<Field, 'value' | 'nullable'>): string {
  return `${describeValue(value)}${nullable ? ', or null' : ''}`;
}

function describeValue(value: FieldType): string {
  switch (value.type) {
    case 'integer':
    case 'number': {
      const noun = value.type === 'integer' ? 'a whole number' : 'a number';
      if (value.min !== null && value.max !== null) return `${noun} from ${value.min} to ${value.max}`;
      if (value.min !== null) return `${noun} of at least ${value.min}`;
      return value.max === null ? noun : `${noun} of at most ${value.max}`;
    }
    case 'choice':
      return `one of ${value.values.join(', ')}`;
    case 'switch':
      return 'true or false';
    case 'text':
      return value.maxLength === null ? 'a text' : `a text of at most ${value.maxLength} characters`;
  }
}
