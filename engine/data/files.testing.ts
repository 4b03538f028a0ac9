import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';
import { ShuuraiError } from '../core/errors.ts';

/** The folder of public data sets beside the repository, or null: tests that need it are skipped, visibly. */
export const SHARED_DATA = ((): string | null => {
  const folder = resolve(import.meta.dirname, '../../../shared/data');
  return existsSync(folder) ? folder : null;
})();

/** For the name of a skipped group. */
export const NEEDS_DATA = SHARED_DATA === null ? ' (SKIPPED: ../shared/data is absent)' : '';

export interface TemporaryFiles {
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  readonly folder: string;
  [Symbol.asyncDispose](): Promise<void>;
}

export async function temporaryFiles(): Promise<TemporaryFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'shuurai-data-'));
  return {
    folder,
    write: async (name, content) => {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      return path;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The promise must fail with `data-unreadable` and a sentence that matches. */
export async function expectUnreadable(promise: Promise<unknown>, message: RegExp): Promise<void> {
  const thrown: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(ShuuraiError);
  expect(thrown).toMatchObject({ code: 'data-unreadable', message: expect.stringMatching(message) });
}
