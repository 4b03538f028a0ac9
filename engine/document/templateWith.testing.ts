import { readFileSync } from 'node:fs';
import { applySet } from './applySet.ts';
import { readDocument } from './parse.ts';
import type { SwarmDocument } from './schema.ts';

/** A template with other settings, as `--set` gives them. */
export function templateWith(name: string, settings: Readonly<Record<string, string>>): SwarmDocument {
  const file = `${name}.swarm`;
  const text = readFileSync(new URL(`../../templates/${file}`, import.meta.url), 'utf8');
  return Object.entries(settings).reduce(
    (document, [path, value]) => applySet(document, path, value),
    readDocument(text, file),
  );
}
