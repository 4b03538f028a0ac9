import type { z } from 'zod';
import { formatNumber, t } from '../core/text.ts';
import type { JsonPath } from './json.ts';

type Issue = z.core.$ZodIssue;

/** A path as people and `--set` write it: `nodes.fish-1.params.layers`, `meta.tags.0`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key]; // an object or array owns this key
  }
  return value;
}

/** Characters of a quoted value, its quotation marks counted. */
const MOST_QUOTED = 60;

/** A text in quotation marks, cut between its characters where it is long: `"it begins so..."`. */
function quoteText(text: string): string {
  const whole = JSON.stringify(text);
  if (whole.length <= MOST_QUOTED) return whole;
  const kept = [...text.slice(0, MOST_QUOTED)];
  const cut = (): string => JSON.stringify(`${kept.join('')}...`);
  while (cut().length > MOST_QUOTED) kept.pop();
  return cut();
}

/** A value as a sentence can hold it: short and quoted. */
export function quote(value: unknown): string {
  if (value === undefined) return t`nothing`;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? t`a list` : t`an object`;
  return typeof value === 'string' ? quoteText(value) : String(value);
}

/** "a, b or c". */
export function either(values: readonly unknown[]): string {
  const words = values.map(String);
  const last = words.at(-1) ?? '';
  return words.length > 1 ? t`${words.slice(0, -1).join(', ')} or ${last}` : last;
}

const TYPES: Readonly<Record<string, string>> = {
  int: t`a whole number`,
  number: t`a number`,
  string: t`a text`,
  boolean: t`true or false`,
  object: t`an object`,
  record: t`an object`,
  array: t`a list`,
  null: t`null`,
};

function limitOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const small = issue.code === 'too_small';
  const bound = Number(small ? issue.minimum : issue.maximum);
  const amount = formatNumber(bound, { maximumSignificantDigits: 12 });
  if (issue.origin === 'string')
    return small && bound === 1
      ? t`must not be empty`
      : small
        ? t`must have at least ${amount} characters`
        : t`must have at most ${amount} characters`;
  if (issue.origin === 'array')
    return small ? t`must have at least ${amount} entries` : t`must have at most ${amount} entries`;
  if (issue.inclusive === false)
    return small ? t`must be more than ${amount}` : t`must be less than ${amount}`;
  return small ? t`must be at least ${amount}` : t`must be at most ${amount}`;
}

/** What is wrong, without its subject: "must be a whole number, not 1.5". `value` is what stands there. */
export function issuePredicate(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? t`is missing: it must be ${TYPES[issue.expected] ?? issue.expected}`
        : t`must be ${TYPES[issue.expected] ?? issue.expected}, not ${quote(value)}`;
    case 'too_small':
    case 'too_big':
      return t`${limitOf(issue)}, not ${quote(value)}`;
    case 'invalid_value':
      return value === undefined
        ? t`is missing: it must be ${either(issue.values)}`
        : t`must be ${either(issue.values)}, not ${quote(value)}`;
    case 'unrecognized_keys':
      return t`has no ${either(issue.keys.map((key) => `"${key.slice(0, 80)}"`))}; take it out`;
    case 'invalid_key':
      return t`cannot be used: it must be ${issue.issues[0]?.message ?? issue.message}`;
    case 'invalid_format':
      return t`must be ${issue.message}, not ${quote(value)}`;
    default:
      return t`is not as it should be: ${issue.message}`;
  }
}

/** One sentence on a schema issue, with the path as its subject. */
export function issueSentence(issue: Issue, root: unknown): string {
  const subject = issue.path.length === 0 ? t`The document` : `"${pathText(issue.path)}"`;
  return t`${subject} ${issuePredicate(issue, valueAt(root, issue.path))}.`;
}

/** The path a person should be led to: a surplus key itself rather than the object that holds it. */
export function issuePath(issue: Issue): JsonPath {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  return issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
}
