import { translate } from '#engine/core/translate.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';

const named = <T extends { readonly name?: string | undefined }>(
  things: Readonly<Record<string, T>>,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(things).map(([id, thing]) => [
      id,
      thing.name === undefined ? thing : { ...thing, name: translate(thing.name) },
    ]),
  );

/** A template that comes with the application, in the language in use: what it says of itself, and its names. */
export function translateTemplate(document: SwarmDocument): SwarmDocument {
  const { meta } = document;
  return {
    ...document,
    meta: {
      ...meta,
      name: translate(meta.name),
      description: translate(meta.description),
      watch: translate(meta.watch),
    },
    nodes: named(document.nodes),
    groups: named(document.groups),
  };
}
