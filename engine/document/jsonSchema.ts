import { z } from 'zod';
import { NODE_KINDS } from '../nodes/registry.ts';
import { documentSchema } from './schema.ts';

type Json = z.core.util.JSONType;
type JsonObject = { [key: string]: Json };

/** JSON Schema (draft 2020-12) of a `.swarm` file, every kind's parameters included; unknown kinds may have any. */
export function documentJsonSchema(): JsonObject {
  const schema = toJson(documentSchema);
  const kinds = NODE_KINDS.map((kind) => {
    const { $schema: _, ...params } = toJson(kind.schema);
    const described = objectAt(params, 'properties');
    for (const [name, { label, help, unit }] of Object.entries(kind.fields)) {
      Object.assign(objectAt(described, name), {
        title: unit === undefined ? label : `${label} (${unit})`,
        description: help,
      });
    }
    return {
      if: { properties: { kind: { const: kind.kind } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { params: { ...params, description: kind.help } } },
    };
  });
  Object.assign(objectAt(objectAt(objectAt(schema, 'properties'), 'nodes'), 'additionalProperties'), {
    allOf: kinds,
  });
  return { $id: 'swarm.schema.json', title: 'Shuurai swarm', ...schema };
}

function toJson(schema: z.ZodType): JsonObject {
  return JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))) as JsonObject; // plain JSON, an object
}

function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`the generated JSON Schema has no object "${key}"`);
  }
  return value;
}
