import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PreparedData } from '#engine/data/types.ts';
import { openRunStore } from '#engine/runs/openRunStore.ts';
import type { RunHandle, RunStore } from '#engine/runs/types.ts';
import { readExamples, storeExamples } from './runExamples.ts';

let folder: string;
let store: RunStore;
let run: RunHandle;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuurai-examples-'));
  store = openRunStore(folder);
  run = store.create({
    name: 'Pond',
    document: '{"version":1}',
    seed: 1,
    rounds: 1,
    fish: 1,
    task: 'classification',
    executor: 'onnx',
    engineVersion: '0',
  });
});
afterEach(() => {
  run.close();
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Prepared data of which only the validation rows are read. */
function prepared(rows: number, task: PreparedData['task'] = 'classification'): PreparedData {
  const validation = {
    size: rows,
    labels: Int32Array.from({ length: rows }, (_, row) => row % 2),
    text: (row: number) => `row ${row} ${'x'.repeat(3000)}`,
  };
  return { task, labels: ['no', 'yes'], validation } as unknown as PreparedData; // see above
}

it('keeps rows from all over the validation rows, with their labels, cut to a page', () => {
  storeExamples(run, prepared(3000));
  const examples = readExamples(run);
  expect(examples).toHaveLength(300);
  expect(examples[0]).toMatchObject({ label: 'no' });
  expect(examples[299]?.text).toMatch(/^row 2990 x/);
  expect(examples[299]?.text.length).toBe(2000);
});

it('keeps all where there are few, and no labels for a language model', () => {
  storeExamples(run, prepared(3, 'language-modelling'));
  expect(readExamples(run).map(({ label }) => label)).toEqual(['', '', '']);
});

it('has none of a run that kept none, or whose file is damaged', () => {
  expect(readExamples(run)).toEqual([]);
  run.writeFile('examples.json', '[{"text":');
  expect(readExamples(run)).toEqual([]);
});
