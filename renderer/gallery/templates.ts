import { t } from '#engine/core/text.ts';
import { translate } from '#engine/core/translate.ts';
import { parseDocument } from '#engine/document/parse.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { translateTemplate } from './translateTemplate.ts';

export interface Template {
  /** File name without its ending. */
  readonly id: string;
  readonly document: SwarmDocument;
  /** Comes with the application, or was saved by the person. */
  readonly whose: 'shipped' | 'own';
}

const texts = import.meta.glob<string>('../../templates/*.swarm', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The order of the gallery; others follow by name. */
const ORDER = [
  'distributed',
  'hierarchical',
  'modular',
  'self-organising',
  'federated',
  'evolutionary',
  'schooling',
  'schools-under-a-hierarchy',
  'federated-schools',
  'organised-modules',
  'evolving-parts',
  'guarded-cascade',
  'early-exit',
  'committee',
  'ring-talk',
  'storyteller',
];
const place = (id: string): number => (ORDER.indexOf(id) + ORDER.length + 1) % (ORDER.length + 1);

/** The swarms that come with the application. One that cannot be read is left out: templates.test.ts reads them all. */
export const TEMPLATES: readonly Template[] = Object.entries(texts)
  .flatMap(([path, text]) => {
    const result = parseDocument(text);
    const id = path.replace(/^.*\//, '').replace(/\.swarm$/, '');
    return result.ok ? [{ id, document: translateTemplate(result.document), whose: 'shipped' as const }] : [];
  })
  .toSorted((a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id));

/** What to look at while a template runs, and what to try then: the two parts of its `watch`. */
export function watchAndTry({ meta }: SwarmDocument): { readonly watch: string; readonly tryThis: string } {
  const text = translate(meta.watch);
  const mark = t`Try:`;
  const at = text.indexOf(`${mark} `);
  if (at === -1) return { watch: text, tryThis: '' };
  const tryThis = text.slice(at + mark.length).trim();
  return { watch: text.slice(0, at).trim(), tryThis: tryThis.charAt(0).toUpperCase() + tryThis.slice(1) };
}

/** Templates whose name, description, architecture or tags have every word of `text`, of one architecture if given. */
export function findTemplates(
  templates: readonly Template[],
  text: string,
  architecture: string | null,
): readonly Template[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return templates.filter(({ document: { meta } }) => {
    if (architecture !== null && meta.architecture !== architecture) return false;
    const hay = [meta.name, meta.description, meta.watch, meta.architecture ?? '', ...meta.tags]
      .join(' ')
      .toLowerCase();
    return words.every((word) => hay.includes(word));
  });
}
