/**
 * Writes the generated reference: docs/reference/{nodes,diagnostics}.md and swarm.schema.json.
 * `node scripts/reference.ts` writes; with `--check` it writes nothing and fails where a file is not current.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentJsonSchema } from '../engine/document/jsonSchema.ts';
import { diagnosticsReference, nodesReference } from '../engine/nodes/reference.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'reference');
const files: Readonly<Record<string, string>> = {
  'nodes.md': nodesReference(),
  'diagnostics.md': diagnosticsReference(),
  'swarm.schema.json': `${JSON.stringify(documentJsonSchema(), null, 2)}\n`,
};

function current(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

const stale = Object.entries(files).filter(([name, text]) => current(join(folder, name)) !== text);
if (process.argv.includes('--check')) {
  for (const [name] of stale)
    console.error(`docs/reference/${name} is not current: run "node scripts/reference.ts".`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) {
    writeFileSync(join(folder, name), text);
    console.log(`wrote docs/reference/${name}`);
  }
}
