import type { TextForm } from '../document/form.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { serialize } from '../document/serialize.ts';
import { toMermaid } from './toMermaid.ts';
import { type PictureOptions, toSvg } from './toSvg.ts';
import { toYaml } from './toYaml.ts';

/** What a swarm can be written as, with the ending and the type of such files. A PNG is drawn by a browser. */
export const SWARM_FORMATS = {
  json: { ending: 'json', type: 'application/json' },
  yaml: { ending: 'yaml', type: 'application/yaml' },
  mermaid: { ending: 'mmd', type: 'text/plain' },
  svg: { ending: 'svg', type: 'image/svg+xml' },
} as const;
export type SwarmFormat = keyof typeof SWARM_FORMATS;

export const isSwarmFormat = (name: string): name is SwarmFormat => Object.hasOwn(SWARM_FORMATS, name);

/** All of a swarm as text, in one of the two forms it can be read from. */
export const writeDocument = (document: SwarmDocument, form: TextForm): string =>
  form === 'yaml' ? toYaml(JSON.parse(serialize(document))) : serialize(document);

/** A swarm in another form. JSON and YAML hold all of it; a picture and a flowchart are for people. */
export function writeSwarm(document: SwarmDocument, format: SwarmFormat, picture: PictureOptions): string {
  switch (format) {
    case 'json':
    case 'yaml':
      return writeDocument(document, format);
    case 'mermaid':
      return toMermaid(document);
    case 'svg':
      return toSvg(document, picture);
  }
}
