import { CORE_SCHEMA, type LoaderState, load, YAMLException } from 'js-yaml';
import { t } from '../core/text.ts';
import {
  FORBIDDEN_KEYS,
  type JsonPath,
  type JsonResult,
  MAX_DEPTH,
  offsetAt,
  placeOf,
  type Starts,
} from './json.ts';

/** Characters. Less than of JSON, because YAML is read a few times as slowly. */
const MAX_YAML_LENGTH = 4 * 1024 * 1024;

class Refused extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** What the library finds wrong, by a word of its reason, as a sentence. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/duplicated mapping key/, t`A key occurs twice in the same place; keep one of them.`],
  [/maxDepth/, t`Values are nested more than ${MAX_DEPTH} levels deep.`],
  [/tab characters/, t`This line is indented by tabs; YAML wants spaces.`],
  [
    /bad indentation|end of the stream or a document separator/,
    t`This does not stand under what it belongs to: check how far it is indented, and put a text with a colon in quotation marks.`,
  ],
  [/multiline key|colon is missed|implicit mapping/, t`Here should be a key and a colon.`],
  [
    /whitespace character is expected after the key/,
    t`After the colon of a key there should be a space and its value.`,
  ],
  [/unexpected end/, t`The file ends inside a value; part of it seems to be missing.`],
  [/missed comma|node content/, t`Here should be a comma or a closing bracket.`],
  [/escape sequence|hexadecimal/, t`A backslash in this text is not followed by a character YAML allows.`],
  [/non-printable|null byte|JSON character/, t`Here is a character that is not text.`],
];
const UNREADABLE = t`This is not YAML as it should be: check the indentation, colons and quotation marks here.`;

/**
 * Reads YAML 1.2 of what JSON can hold, and remembers where everything stands. As strict as parseJson; besides, anchors,
 * aliases and tags are refused before they are followed, so that a few lines cannot stand for gigabytes, and so is a
 * second document in the text.
 */
export function parseYaml(given: string): JsonResult {
  if (given.length > MAX_YAML_LENGTH) {
    const message = t`The file has more than 4 million characters, too many for a swarm in YAML; save it as .swarm.`;
    return { ok: false, message, line: 1, column: 1 };
  }
  const text = given.charCodeAt(0) === 0xfeff ? given.slice(1) : given;
  const places = new Places(text);
  try {
    const value = load(text, { schema: CORE_SCHEMA, maxDepth: MAX_DEPTH + 1, listener: places.listen });
    if (value === undefined || value === null) throw new Refused(0, t`The file is empty.`);
    return { ok: true, value, locate: (path) => placeOf(text, places.offsetOf(value, path)) };
  } catch (thrown) {
    if (thrown instanceof Refused)
      return { ok: false, message: thrown.message, ...placeOf(text, thrown.offset) };
    if (!(thrown instanceof YAMLException)) throw thrown;
    const { reason, mark } = thrown;
    const message = SENTENCES.find(([pattern]) => pattern.test(reason))?.[1] ?? UNREADABLE;
    return { ok: false, message, line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 };
  }
}

/** A node of the text: where it begins, what it is, and the nodes within. */
interface Frame {
  readonly start: number;
  readonly within: Frame[];
  value: unknown;
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t';

/** Where a node begins that is read from `at` on: after spaces and comments. */
function afterGap(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (isSpace(text[at])) at += 1;
    if (text[at] !== '#' || (at > 0 && !isSpace(text[at - 1]))) return at;
    const end = text.indexOf('\n', at);
    at = end === -1 ? text.length : end;
  }
}

/** Where the keys and items of every map and list stand; refuses on the way what no document may hold. */
class Places {
  private readonly text: string;
  private readonly open: Frame[] = [];
  private documents = 0;
  private readonly starts: Starts = new WeakMap();

  constructor(text: string) {
    this.text = text;
  }

  readonly listen = (event: 'open' | 'close', state: LoaderState): void => {
    if (event === 'open') this.begin(state.position);
    else this.end(state.result);
  };

  offsetOf(root: unknown, path: JsonPath): number {
    return offsetAt(this.starts, root, path);
  }

  private begin(position: number): void {
    const start = afterGap(this.text, position);
    const first = this.text[start];
    if (first === '&' || first === '*')
      throw new Refused(start, t`Anchors and aliases (& and *) are not read: write the value out.`);
    if (first === '!') throw new Refused(start, t`Tags (!) are not read: write the value without one.`);
    if (this.open.length === 0) {
      this.documents += 1;
      if (this.documents > 1)
        throw new Refused(start, t`The file holds more than one YAML document; a swarm is one.`);
    }
    const frame: Frame = { start, within: [], value: undefined };
    this.open.at(-1)?.within.push(frame);
    this.open.push(frame);
  }

  private end(value: unknown): void {
    const frame = this.open.pop();
    if (frame === undefined) return;
    frame.value = value;
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new Refused(frame.start, t`This number is not finite.`);
    if (typeof value === 'object' && value !== null && !this.starts.has(value))
      this.starts.set(value, Array.isArray(value) ? itemStarts(frame) : keyStarts(frame, value));
    frame.within.length = 0;
  }
}

const itemStarts = ({ within }: Frame): Map<string | number, number> =>
  new Map(within.map(({ start }, index) => [index, start]));

/** Keys and values alternate, but a key may have no value. */
function keyStarts({ within }: Frame, value: object): Map<string | number, number> {
  const starts = new Map<string | number, number>();
  const held = (key: string): unknown => Object.getOwnPropertyDescriptor(value, key)?.value;
  let last: string | null = null;
  for (const frame of within) {
    if (last !== null && Object.is(frame.value, held(last))) {
      last = null;
      continue;
    }
    if (typeof frame.value === 'object' && frame.value !== null)
      throw new Refused(frame.start, t`A key is a text; this one is a list or a map.`);
    last = String(frame.value);
    if (FORBIDDEN_KEYS.has(last)) throw new Refused(frame.start, t`The key "${last}" is not allowed.`);
    starts.set(last, frame.start);
  }
  return starts;
}
