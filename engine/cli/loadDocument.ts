import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import { ShuuraiError } from '../core/errors.ts';
import { applyData, applySet, applySetArgument } from '../document/applySet.ts';
import { documentText } from '../document/documentText.ts';
import { readDocument } from '../document/parse.ts';
import type { SwarmDocument } from '../document/schema.ts';
import type { Diagnostic } from '../validate/diagnostic.ts';
import { validate } from '../validate/validate.ts';
import { badArguments, list, text, type Values, wholeNumber } from './command.ts';

const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The options that change a document before it is used; `run` and `validate` share them. */
export const DOCUMENT_OPTIONS = {
  data: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  seed: { type: 'string' },
  rounds: { type: 'string' },
} as const;

export const DOCUMENT_HELP = `  --data ID=PATH     the file of dataset node ID, relative to this folder; repeatable
  --set PATH=VALUE   changes a value, e.g. nodes.fish-1.params.layers=4; repeatable
  --seed N           seed of every random number of the run
  --rounds N         how many rounds`;

async function readSwarmFile(file: string): Promise<string> {
  const info = await stat(file).catch(() => null);
  if (info === null) {
    throw new ShuuraiError(
      'invalid-arguments',
      `${file} does not exist or may not be read. Make one with "shuurai templates new distributed ${file}".`,
    );
  }
  if (info.isDirectory()) throw badArguments(`${file} is a folder. Name a .swarm file in it.`);
  if (!info.isFile()) throw badArguments(`${file} is not an ordinary file (but a device or pipe).`);
  if (info.size > MAX_FILE_BYTES) throw badArguments(`${file} is larger than 64 MB, too large for a swarm.`);
  const bytes = await readFile(file).catch((thrown: unknown) => {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw badArguments(`${file} cannot be read: ${reason}. Check its permissions.`);
  });
  return documentText(bytes);
}

/** Paths in a swarm file start at the file's folder; a run keeps them absolute, so that it can be resumed anywhere. */
function resolveDataPaths(document: SwarmDocument, folder: string): SwarmDocument {
  let resolved = document;
  for (const [id, node] of Object.entries(document.nodes)) {
    if (node.kind !== 'dataset' || node.params.source !== 'file') continue;
    for (const param of ['path', 'validationPath']) {
      const path = node.params[param];
      if (typeof path === 'string' && path !== '' && !isAbsolute(path)) {
        resolved = applySet(resolved, `nodes.${id}.params.${param}`, resolve(folder, path));
      }
    }
  }
  return resolved;
}

/**
 * Reads a swarm file and applies --data, --set, --seed and --rounds.
 * @throws ShuuraiError `invalid-document` or `invalid-arguments`
 */
export async function loadDocument(file: string, values: Values): Promise<SwarmDocument> {
  let document = readDocument(await readSwarmFile(file), basename(file));
  document = resolveDataPaths(document, dirname(resolve(file)));
  for (const argument of list(values, 'data')) {
    const equals = argument.indexOf('=');
    if (equals < 1 || equals === argument.length - 1) {
      throw badArguments(`--data takes ID=PATH, such as dataset=train.csv, but got "${argument}".`);
    }
    document = applyData(document, argument.slice(0, equals), resolve(argument.slice(equals + 1)));
  }
  for (const argument of list(values, 'set')) document = applySetArgument(document, argument);
  const seed = wholeNumber(values, 'seed', 0, 0xffffffff);
  if (seed !== undefined) document = applySet(document, 'run.seed', String(seed));
  const rounds = wholeNumber(values, 'rounds', 1, 1_000_000);
  if (rounds !== undefined) document = applySet(document, 'run.rounds', String(rounds));
  const executor = text(values, 'executor');
  if (executor !== undefined) document = applySet(document, 'run.executor', executor);
  return document;
}

/** One diagnostic in words: "error  nodes.fish-1.params.heads  ... [heads-divide-width]". */
export function describeDiagnostic({ severity, path, nodeId, linkId, message, code }: Diagnostic): string {
  const place = path ?? nodeId ?? linkId;
  return `${severity.padEnd(7)} ${place === undefined ? '' : `${place}: `}${message} [${code}]`;
}

/** @throws ShuuraiError `invalid-document` that lists every error */
export function requireValid(document: SwarmDocument, file: string): void {
  const errors = validate(document).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new ShuuraiError(
    'invalid-document',
    `${file} cannot run:\n${errors.map((error) => `  ${describeDiagnostic(error)}`).join('\n')}`,
  );
}
