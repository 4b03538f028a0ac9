import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { documentText } from '#engine/document/documentText.ts';
import { isPng, readSwarmFromPng } from '#engine/exchange/pngSwarm.ts';
import type { OpenedFile } from '#renderer/shell/bridge.ts';

/** Larger files are no swarm documents. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

/** Writes whole or not at all: a temporary file beside the target, flushed, then renamed over it. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ShuuraiError(
      'internal',
      t`${path} could not be saved: ${reason}. The file on disk is unchanged.`,
      { cause },
    );
  }
}

/**
 * The files the page may touch: those a person opened or chose in a system dialogue, or dropped on the application.
 * A page that was taken over cannot name a path of its own.
 */
export class GrantedDocuments {
  readonly #granted = new Set<string>();

  grant(path: string): string {
    const full = resolve(path);
    this.#granted.add(full);
    return full;
  }

  /** Of a PNG the swarm it carries. */
  async read(path: string): Promise<OpenedFile> {
    const full = this.grant(path);
    const info = await stat(full).catch((cause: unknown) => {
      throw new ShuuraiError(
        'not-found',
        t`${full} cannot be opened: it does not exist or may not be read.`,
        {
          cause,
        },
      );
    });
    if (!info.isFile())
      throw new ShuuraiError('invalid-arguments', t`${full} is not a file. Choose a .swarm file.`);
    if (info.size > MAX_DOCUMENT_BYTES) {
      throw new ShuuraiError(
        'invalid-document',
        t`${full} is larger than 64 MB, too large for a swarm document.`,
      );
    }
    const bytes = await readFile(full);
    if (!isPng(bytes) && !full.toLowerCase().endsWith('.png'))
      return { path: full, name: basename(full), text: documentText(bytes) };
    const found = readSwarmFromPng(bytes);
    if (!found.ok) throw new ShuuraiError('invalid-document', found.reason);
    return { path: full, name: basename(full), text: found.text };
  }

  /** A file that was opened or chosen before, as it is now. */
  readAgain(path: string): Promise<OpenedFile> {
    return this.read(this.#known(path));
  }

  /** When such a file was last changed, in milliseconds since 1970; null where it is gone. */
  async modified(path: string): Promise<number | null> {
    return stat(this.#known(path)).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
  }

  async write(path: string, text: string): Promise<void> {
    await writeAtomically(this.#known(path), text);
  }

  #known(path: string): string {
    const full = resolve(path);
    if (this.#granted.has(full)) return full;
    throw new ShuuraiError(
      'invalid-arguments',
      t`${full} was not opened in this session. Use "Save as" to choose where to save.`,
    );
  }
}
