import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from './readSource.ts';
import { sourceFiles } from './sourceFiles.ts';

const root = join(import.meta.dirname, '..', '..');

/** Names, which are the same in every language. */
const NAMES: ReadonlySet<string> = new Set(['Shuurai']);

/** Folders whose texts still wait for t`...`. */
const WAITING = [
  ...['canvas', 'commands', 'data', 'dialogs', 'documents', 'engine', 'files', 'inspector'],
  ...['layout', 'live', 'palette', 'problems', 'runs', 'shell', 'theme', 'toolbar', 'ui'],
].map((folder) => `renderer/${folder}/`);
WAITING.push('renderer/App.tsx');

/** What goes into the reference only, which is English. */
const REFERENCE = ['engine/nodes/reference.ts', 'engine/validate/explain.ts'];

const isRead = (path: string): boolean =>
  /^(renderer|engine\/nodes|engine\/validate)\//.test(path) && !REFERENCE.includes(path);

test('every text a person reads on the screen can be translated', () => {
  const found = sourceFiles(root)
    .filter((path) => isRead(path) && !WAITING.some((folder) => path.startsWith(folder)))
    .flatMap((path) =>
      readSource(path, readFileSync(join(root, path), 'utf8'))
        .literals.filter(({ text }) => !NAMES.has(text))
        .map(({ line, text }) => `${path}:${line}: ${text}`),
    );
  expect(found).toEqual([]);
});
