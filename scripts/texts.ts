/**
 * Collects every text of the interface: the keys of t`...` and counted(), the texts of the metrics and of the templates.
 * `node scripts/texts.ts` writes renderer/languages/keys.ts, by which each language is checked for completeness; with
 * `--check` it writes nothing and fails where that file is not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { collectTexts } from './texts/collectTexts.ts';
import { keysModule } from './texts/keysModule.ts';

const root = join(import.meta.dirname, '..');
const path = join(root, 'renderer/languages/keys.ts');
const { texts, problems } = collectTexts(root);
const module = keysModule(texts);

function current(): string | null {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else if (current() === module) process.exitCode = 0;
else if (process.argv.includes('--check')) {
  console.error(`${relative(root, path)} is not current: run "node scripts/texts.ts".`);
  process.exitCode = 1;
} else {
  writeFileSync(path, module);
  console.log(`wrote ${relative(root, path)}: ${texts.keys.length + texts.counted.length} texts`);
}
