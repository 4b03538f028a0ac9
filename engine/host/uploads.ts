import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../runs/atomicFile.ts';

/** A name without folders or characters any file system minds. */
export function safeFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^[. ]+/, '')
    .slice(0, 120);
  return clean === '' ? 'data' : clean;
}

/** Keeps an uploaded file under a folder named by its content, so that equal names do not overwrite each other. */
export function keepUpload(folder: string, name: string, base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const own = join(folder, hash);
  mkdirSync(own, { recursive: true });
  const path = join(own, safeFileName(name));
  writeFileAtomic(path, bytes);
  return path;
}
