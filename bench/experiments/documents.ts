import { readDocument } from '#engine/document/parse.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';

type Params = Readonly<Record<string, unknown>>;

/** Fish small enough that a whole experiment takes seconds: 1 layer, width 16 (swarm.md's calibration). */
export const SMALL_FISH = {
  layers: 1,
  width: 16,
  heads: 2,
  feedForward: 32,
  context: 24,
  dropout: 0,
  learningRate: 0.01,
  schedule: 'constant',
  warmup: 0,
} as const;

export interface DocumentParts {
  /** By id: kind, and the parameters that differ from the defaults. */
  readonly nodes: Readonly<Record<string, Params & { readonly kind: string; readonly group?: string }>>;
  /** "from.port > to.port" or "from.port > to.port" with parameters. */
  readonly links: readonly (string | readonly [link: string, params: Params])[];
  readonly groups?: Readonly<Record<string, Params>>;
  readonly run: Params;
  readonly name?: string;
}

/**
 * A document from its parts, parsed as a file would be. Ids of links follow from their ends.
 *
 * @throws ShuuraiError `invalid-document` where it does not parse.
 */
export function documentOf({
  nodes,
  links,
  groups = {},
  run,
  name = 'experiment',
}: DocumentParts): SwarmDocument {
  const document = {
    version: 1,
    meta: { name },
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, { kind, group, ...params }]) => [
        id,
        { kind, position: { x: 0, y: 0 }, ...(group === undefined ? {} : { group }), params },
      ]),
    ),
    links: Object.fromEntries(
      links.map((entry, i) => {
        const [ends, params] = typeof entry === 'string' ? [entry, {}] : entry;
        const [from = '', to = ''] = ends.split('>').map((end) => end.trim());
        const end = (text: string): object => {
          const [node, port] = text.split('.');
          return { node, port };
        };
        return [`link-${i + 1}`, { from: end(from), to: end(to), params }];
      }),
    ),
    groups,
    run,
  };
  return readDocument(JSON.stringify(document), name);
}
