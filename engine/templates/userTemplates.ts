import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import { describeProblems, parseDocument, readDocument } from '../document/parse.ts';
import { serialize } from '../document/serialize.ts';
import type { UserTemplate } from '../protocol/api/kept.ts';
import { writeFileAtomic } from '../runs/atomicFile.ts';
import { slug } from '../runs/runId.ts';

const ENDING = '.swarm';

/** Swarms a person keeps to begin with: `.swarm` files in a folder, which may also be put there by hand. */
export class UserTemplates {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** By name of the file. One that cannot be used says why. */
  list(): UserTemplate[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
      .sort()
      .map((name): UserTemplate => {
        const id = name.slice(0, -ENDING.length);
        try {
          const document = readFileSync(join(this.#folder, name), 'utf8');
          const parsed = parseDocument(document);
          return parsed.ok
            ? { id, document, problem: null }
            : { id, document: null, problem: describeProblems(parsed.problems, name) };
        } catch (thrown) {
          const reason = thrown instanceof Error ? thrown.message : String(thrown);
          return {
            id,
            document: null,
            problem: t`${name} cannot be read: ${reason}. Check its permissions.`,
          };
        }
      });
  }

  /** The text of one. Throws ShuuraiError `not-found`, `invalid-document`. */
  read(id: string): string {
    const path = this.#existing(id);
    const text = readFileSync(path, 'utf8');
    readDocument(text, `${id}${ENDING}`);
    return text;
  }

  /** Keeps a document as a new template and returns its id, made of its name. Throws ShuuraiError `invalid-document`. */
  save(text: string): string {
    const document = readDocument(text, t`The template`);
    const id = this.#freeId(document.meta.name);
    mkdirSync(this.#folder, { recursive: true });
    writeFileAtomic(this.#path(id), serialize(document));
    return id;
  }

  /** Gives it another name, and its file too. Returns its new id. */
  rename(id: string, name: string): string {
    const document = readDocument(this.read(id), `${id}${ENDING}`);
    const renamed = serialize({ ...document, meta: { ...document.meta, name } });
    const newId = slug(name, 'template') === id ? id : this.#freeId(name);
    writeFileAtomic(this.#path(newId), renamed);
    if (newId !== id) rmSync(this.#path(id), { force: true });
    return newId;
  }

  delete(id: string): void {
    rmSync(this.#existing(id), { force: true });
  }

  #freeId(name: string): string {
    const wanted = slug(name, 'template');
    let id = wanted;
    for (let number = 2; existsSync(this.#path(id)); number += 1) id = `${wanted}-${number}`;
    return id;
  }

  #existing(id: string): string {
    const path = this.#path(id);
    if (existsSync(path)) return path;
    throw new ShuuraiError('not-found', t`There is no template "${id}" of yours any more.`);
  }

  /** Ids have no slash and no leading dot (checked by the protocol and, for the command line, by being listed). */
  #path(id: string): string {
    return join(this.#folder, `${id}${ENDING}`);
  }
}
