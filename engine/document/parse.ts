import { ShuuraiError } from '../core/errors.ts';
import { formatNumber, t } from '../core/text.ts';
import { formOfName, type TextForm } from './form.ts';
import { type JsonPath, parseJson, type TextPlace } from './json.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { migrate, type RawDocument } from './migrations/migrate.ts';
import { normalize } from './normalize.ts';
import { DOCUMENT_VERSION, documentSchema, type SwarmDocument } from './schema.ts';
import { issuePath, issueSentence, pathText, quote } from './sentences.ts';
import { parseYaml } from './yaml.ts';

/** Characters; far above any swarm within the limits of validation. */
export const MAX_DOCUMENT_LENGTH = 16 * 1024 * 1024;
const MAX_PROBLEMS = 50;
/** Entries of each part; some times what may run, so that what is too large can be opened and made smaller. */
const MAX_ENTRIES = { nodes: 10_000, links: 50_000, groups: 500, comments: 2000 } as const;

/** Why a text is no document: a sentence and where it applies. */
export interface DocumentProblem extends TextPlace {
  /** Path in the document, e.g. `nodes.fish-1.position`; empty where the text is neither JSON nor YAML. */
  readonly path: string;
  readonly message: string;
}

export type ParseResult =
  | {
      readonly ok: true;
      /** In normal form: see ./normalize.ts. */
      readonly document: SwarmDocument;
      /** The version the text was written in. */
      readonly version: number;
    }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/**
 * Reads a `.swarm` text: JSON or YAML, then migration, then structure. It asks only that the text has the form of a document;
 * whether the swarm makes sense is for validate(). Unknown kinds of node keep their data.
 */
export function parseDocument(text: string, form: TextForm = 'json'): ParseResult {
  if (text.length > MAX_DOCUMENT_LENGTH) {
    const megabytes = Math.round(text.length / 1024 / 1024);
    return refusal(t`The file has ${megabytes} million characters; a swarm has at most 16.`);
  }
  const json = form === 'yaml' ? parseYaml(text) : parseJson(text);
  if (!json.ok) {
    return {
      ok: false,
      problems: [{ line: json.line, column: json.column, path: '', message: json.message }],
    };
  }
  const at = (path: JsonPath, message: string): DocumentProblem => ({
    ...json.locate(path),
    path: pathText(path),
    message,
  });
  const raw = json.value;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refusal(
      form === 'yaml'
        ? t`A swarm in YAML is one map of keys and values, but this is ${quote(raw)}.`
        : t`A swarm file holds one JSON object, but this is ${quote(raw)}.`,
    );
  }
  const source = raw as RawDocument; // an object that is not a list
  const problem = versionProblem(source.version);
  if (problem !== null) return { ok: false, problems: [at(['version'], problem)] };
  const version = Number(source.version);
  const current = migrate(source, version, DOCUMENT_VERSION, MIGRATIONS);
  for (const [part, most] of Object.entries(MAX_ENTRIES)) {
    const entries = current[part];
    const count = typeof entries === 'object' && entries !== null ? Object.keys(entries).length : 0;
    if (count <= most) continue;
    const message = t`A swarm file holds at most ${formatNumber(most)} "${part}", but this one has ${formatNumber(count)}.`;
    return { ok: false, problems: [at([part], message)] };
  }
  const checked = documentSchema.safeParse(current);
  if (!checked.success) {
    const problems = checked.error.issues
      .slice(0, MAX_PROBLEMS)
      .map((issue) => at(issuePath(issue), issueSentence(issue, current)));
    return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) };
  }
  return { ok: true, document: normalize(checked.data), version };
}

/** As parseDocument in the form its name says, but throws `invalid-document` with a sentence that names the file and the place. */
export function readDocument(text: string, name: string): SwarmDocument {
  const result = parseDocument(text, formOfName(name));
  if (result.ok) return result.document;
  throw new ShuuraiError('invalid-document', describeProblems(result.problems, name), {
    details: { file: name, line: result.problems[0]?.line ?? 1, column: result.problems[0]?.column ?? 1 },
  });
}

/** Problems in words, one a line: "s.swarm, line 12, column 5: ...". */
export function describeProblems(problems: readonly DocumentProblem[], name: string): string {
  return problems
    .map(({ line, column, message }) => t`${name}, line ${line}, column ${column}: ${message}`)
    .join('\n');
}

function refusal(message: string): ParseResult {
  return { ok: false, problems: [{ line: 1, column: 1, path: '', message }] };
}

function versionProblem(version: unknown): string | null {
  if (version === undefined) return t`The file does not say its "version", so it is no swarm file.`;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return t`"version" must be a whole number from 1, not ${quote(version)}.`;
  }
  if (version > DOCUMENT_VERSION) {
    return t`This file was made by a newer Shuurai (document version ${version}; this one reads up to ${DOCUMENT_VERSION}): update the application to open it.`;
  }
  return null;
}
