import type { z } from 'zod';
import { ShuuraiError } from '../core/errors.ts';
import { describeType, fieldType } from '../nodes/fields.ts';
import { kindOf } from '../nodes/registry.ts';
import { didYouMean } from './didYouMean.ts';
import { normalize } from './normalize.ts';
import { linkParamsSchema, metaSchema, nodeSchema, runSettingsSchema, type SwarmDocument } from './schema.ts';
import { quote } from './sentences.ts';

const refuse = (message: string) => new ShuuraiError('invalid-arguments', message);

/**
 * Sets one value of a document from the command line: `nodes.fish-1.params.layers`, `nodes.fish-1.name`,
 * `links.link-1.params.strength`, `run.rounds`, `run.local` ("20 steps", "0.25 epochs"), `meta.name`.
 * The text becomes the type its schema asks for. Returns a new document in normal form.
 *
 * @throws ShuuraiError `invalid-arguments`, with a sentence that lists what there is.
 */
export function applySet(document: SwarmDocument, path: string, value: string): SwarmDocument {
  const [root = '', ...rest] = path.split('.');
  switch (root) {
    case 'nodes':
      return normalize(setNode(document, path, rest, value));
    case 'links':
      return normalize(setLink(document, path, rest, value));
    case 'run':
      return normalize({ ...document, run: setRun(document, path, rest, value) });
    case 'meta':
      return normalize({ ...document, meta: setOne(document.meta, metaSchema, path, rest, value) });
    default:
      throw refuse(
        `"${path}" is nothing that can be set.${didYouMean(root, ['nodes', 'links', 'run', 'meta'])}`,
      );
  }
}

/** One `--set` argument: "nodes.fish-1.params.layers=4". */
export function applySetArgument(document: SwarmDocument, argument: string): SwarmDocument {
  const equals = argument.indexOf('=');
  if (equals < 1) {
    throw refuse(`--set takes PATH=VALUE, such as nodes.fish-1.params.layers=4, but got ${quote(argument)}.`);
  }
  return applySet(document, argument.slice(0, equals).trim(), argument.slice(equals + 1).trim());
}

/** Gives a dataset node a file of the user's: what `--data ID=PATH` does. */
export function applyData(document: SwarmDocument, nodeId: string, file: string): SwarmDocument {
  const datasets = Object.keys(document.nodes).filter((id) => entry(document.nodes, id)?.kind === 'dataset');
  if (!datasets.includes(nodeId)) {
    throw refuse(`This swarm has no dataset "${nodeId}".${didYouMean(nodeId, datasets)}`);
  }
  const source = applySet(document, `nodes.${nodeId}.params.source`, 'file');
  return applySet(source, `nodes.${nodeId}.params.path`, file);
}

function entry<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

function setNode(
  document: SwarmDocument,
  path: string,
  rest: readonly string[],
  value: string,
): SwarmDocument {
  const [id = '', part = '', ...names] = rest;
  const node = entry(document.nodes, id);
  if (node === undefined) {
    throw refuse(`This swarm has no node "${id}".${didYouMean(id, Object.keys(document.nodes))}`);
  }
  const withNode = (change: Partial<typeof node>) => ({
    ...document,
    nodes: { ...document.nodes, [id]: { ...node, ...change } },
  });
  if (part === 'name' && names.length === 0)
    return withNode({ name: convert(nodeSchema.shape.name, path, value) as string }); // the schema's own type
  if (part !== 'params')
    throw refuse(`A node has no "${part}" to set.${didYouMean(part, ['params', 'name'])}`);
  const kind = kindOf(node.kind);
  if (kind === undefined) {
    throw refuse(`This version does not know nodes of kind "${node.kind}", so it cannot set "${path}".`);
  }
  return withNode({ params: setOne(node.params, kind.schema, path, names, value) });
}

function setLink(
  document: SwarmDocument,
  path: string,
  rest: readonly string[],
  value: string,
): SwarmDocument {
  const [id = '', part = '', ...names] = rest;
  const link = entry(document.links, id);
  if (link === undefined) {
    throw refuse(`This swarm has no link "${id}".${didYouMean(id, Object.keys(document.links))}`);
  }
  if (part !== 'params') throw refuse(`A link has no "${part}" to set.${didYouMean(part, ['params'])}`);
  const params = setOne(link.params, linkParamsSchema, path, names, value);
  return { ...document, links: { ...document.links, [id]: { ...link, params } } };
}

function setRun(
  document: SwarmDocument,
  path: string,
  rest: readonly string[],
  value: string,
): SwarmDocument['run'] {
  const { run } = document;
  if (rest[0] !== 'local') return setOne(run, runSettingsSchema, path, rest, value);
  const [amount = '', unit = ''] = value.split(/\s+/);
  const local =
    rest[1] === 'amount'
      ? { ...run.local, amount: Number(value) }
      : rest[1] === 'unit'
        ? { ...run.local, unit: value }
        : { unit, amount: Number(amount) };
  const checked = runSettingsSchema.shape.local.safeParse(local);
  if (rest.length > 2 || value === '' || !checked.success) {
    throw refuse(
      `"${path}" must give the work of a round, such as run.local="20 steps" or run.local="0.25 epochs"; steps are whole numbers. Got ${quote(value)}.`,
    );
  }
  return { ...run, local: checked.data };
}

function setOne<T extends object>(
  target: T,
  schema: z.ZodObject,
  path: string,
  names: readonly string[],
  value: string,
): T {
  const [name = '', ...deeper] = names;
  const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
  if (field === undefined || deeper.length > 0) {
    throw refuse(
      `"${path}" is nothing that can be set.${didYouMean(names.join('.'), Object.keys(schema.shape))}`,
    );
  }
  return { ...target, [name]: convert(field as z.ZodType, path, value) }; // shapes hold core types; ours are classic
}

const WORDS: Readonly<Record<string, boolean | null>> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
  null: null,
  none: null,
};

/** The text as the first of text, number, switch or list of texts that the schema accepts. */
function convert(schema: z.ZodType, path: string, text: string): unknown {
  const candidates: unknown[] = [text];
  if (text !== '' && Number.isFinite(Number(text))) candidates.push(Number(text));
  if (Object.hasOwn(WORDS, text)) candidates.push(WORDS[text]);
  candidates.push(text === '' ? [] : text.split(',').map((word) => word.trim()));
  for (const candidate of candidates) {
    const result = schema.safeParse(candidate);
    if (result.success) return result.data;
  }
  throw refuse(`"${path}" must be ${expectation(schema)}, not ${quote(text)}.`);
}

function expectation(schema: z.ZodType): string {
  const pattern = schema.safeParse('\u0000').error?.issues.find(({ code }) => code === 'invalid_format');
  if (pattern !== undefined) return pattern.message;
  const type = fieldType(schema);
  return type === null ? 'another value' : describeType(type);
}
