import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from './readSource.ts';
import { sourceFiles } from './sourceFiles.ts';

const root = join(import.meta.dirname, '..', '..');

/** Names, which are the same in every language, and words that are values of documents. */
const NO_TEXTS: ReadonlySet<string> = new Set([
  'Shuurai',
  'ONNX Runtime',
  'Hedge',
  'CSV',
  'TensorBoard',
  'TSV',
  'Parquet',
  'steps',
  'epochs',
  '{0} ms',
  '{0} nodrag nopan',
]);

/** What goes into the reference only, which is English. */
const REFERENCE = ['engine/nodes/reference.ts', 'engine/nodes/fields.ts', 'engine/validate/explain.ts'];

const isRead = (path: string): boolean =>
  /^(renderer|engine\/nodes|engine\/validate|engine\/swarm\/commands)\//.test(path) &&
  !REFERENCE.includes(path);

test('every text a person reads on the screen can be translated', () => {
  const found = sourceFiles(root)
    .filter(isRead)
    .flatMap((path) =>
      readSource(path, readFileSync(join(root, path), 'utf8'))
        .literals.filter(({ text }) => !NO_TEXTS.has(text))
        .map(({ line, text }) => `${path}:${line}: ${text}`),
    );
  expect(found).toEqual([]);
});
