import { t } from '../core/text.ts';
/** A place in a text; both count from 1, columns in UTF-16 units as editors do. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

export type JsonPath = readonly (string | number)[];

export type JsonResult =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Where the value at this path stands, or the innermost container of it that exists. */
      locate(path: JsonPath): TextPlace;
    }
  | ({ readonly ok: false; readonly message: string } & TextPlace);

/** Deeper nesting than any document has; keeps hostile files from exhausting the stack. */
export const MAX_DEPTH = 64;

/** Keys that reach into JavaScript's own objects. */
export const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

class Unreadable extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** By array or object, where in the text the value of each of its keys begins. */
export type Starts = WeakMap<object, Map<string | number, number>>;

/** Where in the text the value at `path` of `root` begins, or of its nearest parent that has a place. */
export function offsetAt(starts: Starts, root: unknown, path: JsonPath): number {
  let value = root;
  let offset = 0;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) break;
    const start = starts.get(value)?.get(key);
    if (start === undefined) break;
    offset = start;
    value = (value as Record<string | number, unknown>)[key]; // arrays and objects are both indexed by their keys
  }
  return offset;
}

/** Line and column of an offset into a text. */
export function placeOf(text: string, offset: number): TextPlace {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/**
 * Reads JSON (RFC 8259) and remembers where everything stands. Stricter than JSON.parse where a file could mislead:
 * keys that occur twice, keys that reach into JavaScript's prototypes, numbers beyond the finite, and deep nesting
 * are refused with a sentence.
 */
export function parseJson(text: string): JsonResult {
  const reader = new Reader(text);
  try {
    const value = reader.document();
    return { ok: true, value, locate: (path) => placeOf(text, reader.offsetOf(value, path)) };
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    return { ok: false, message: thrown.message, ...placeOf(text, thrown.offset) };
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

class Reader {
  private readonly text: string;
  private at = 0;
  private readonly starts: Starts = new WeakMap();

  constructor(text: string) {
    this.text = text;
  }

  document(): unknown {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1; // a byte order mark, as some editors write
    this.space();
    if (this.at === this.text.length) throw new Unreadable(this.at, t`The file is empty.`);
    const value = this.value(0);
    this.space();
    if (this.at < this.text.length) {
      throw new Unreadable(this.at, t`There is more text after the end of the document: ${this.seen()}.`);
    }
    return value;
  }

  offsetOf(root: unknown, path: JsonPath): number {
    return offsetAt(this.starts, root, path);
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.at += 1;
    }
  }

  private seen(): string {
    const code = this.text.codePointAt(this.at) ?? 0;
    if (code < 32 || code === 0xfffd) return t`a character that is not text`;
    return `"${String.fromCodePoint(code)}"`;
  }

  private expected(what: string): Unreadable {
    if (this.at >= this.text.length) {
      return new Unreadable(
        this.at,
        t`The file ends where ${what} should follow; part of it seems to be missing.`,
      );
    }
    return new Unreadable(this.at, t`Here should be ${what}, but there is ${this.seen()}.`);
  }

  private value(depth: number): unknown {
    if (depth > MAX_DEPTH)
      throw new Unreadable(this.at, t`Values are nested more than ${MAX_DEPTH} levels deep.`);
    const character = this.text[this.at];
    if (character === '{') return this.object(depth);
    if (character === '[') return this.array(depth);
    if (character === '"') return this.string();
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.number();
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text)?.[0];
    if (match === undefined) throw this.expected(t`a value`);
    const number = Number(match);
    if (!Number.isFinite(number))
      throw new Unreadable(this.at, t`The number ${match.slice(0, 40)} is too large.`);
    this.at += match.length;
    return number === 0 ? 0 : number; // -0 is written "-0" by nobody who means it, and would not survive saving
  }

  private string(): string {
    const start = this.at;
    let escaped = false;
    for (this.at += 1; ; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code))
        throw new Unreadable(this.at, t`The file ends inside a text; part of it seems to be missing.`);
      if (code === 34) break;
      if (code < 32)
        throw new Unreadable(this.at, t`A text runs over the end of its line; a quotation mark is missing.`);
      if (code === 92) {
        escaped = true;
        this.at += 1;
      }
    }
    this.at += 1;
    const raw = this.text.slice(start, this.at);
    if (!escaped) return raw.slice(1, -1);
    try {
      return JSON.parse(raw) as string; // a quoted text parses to a string or throws
    } catch {
      throw new Unreadable(start, t`A backslash in this text is not followed by a character JSON allows.`);
    }
  }

  private object(depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const starts = new Map<string | number, number>();
    this.starts.set(result, starts);
    this.at += 1;
    this.space();
    if (this.text[this.at] === '}') {
      this.at += 1;
      return result;
    }
    for (;;) {
      if (this.text[this.at] !== '"') throw this.expected(t`a key in quotation marks`);
      const keyAt = this.at;
      const key = this.string();
      if (FORBIDDEN_KEYS.has(key)) throw new Unreadable(keyAt, t`The key "${key}" is not allowed.`);
      if (starts.has(key)) {
        throw new Unreadable(
          keyAt,
          t`The key "${key.slice(0, 80)}" occurs twice in the same place; keep one of them.`,
        );
      }
      starts.set(key, keyAt);
      this.space();
      if (this.text[this.at] !== ':') throw this.expected(t`a colon`);
      this.at += 1;
      this.space();
      result[key] = this.value(depth + 1);
      this.space();
      const next = this.text[this.at];
      if (next !== ',' && next !== '}') throw this.expected(t`a comma or a closing brace`);
      this.at += 1;
      if (next === '}') return result;
      this.space();
    }
  }

  private array(depth: number): unknown[] {
    const result: unknown[] = [];
    const starts = new Map<string | number, number>();
    this.starts.set(result, starts);
    this.at += 1;
    this.space();
    if (this.text[this.at] === ']') {
      this.at += 1;
      return result;
    }
    for (;;) {
      starts.set(result.length, this.at);
      result.push(this.value(depth + 1));
      this.space();
      const next = this.text[this.at];
      if (next !== ',' && next !== ']') throw this.expected(t`a comma or a closing bracket`);
      this.at += 1;
      if (next === ']') return result;
      this.space();
    }
  }
}
