import { readDocument } from '../../engine/document/parse.ts';

/** What a person reads of a template: its name and descriptions, and the names of its nodes and groups. */
export function templateTexts(text: string): readonly string[] {
  const { meta, nodes, groups } = readDocument(text, 'template');
  const names = [
    ...Object.values(nodes).map(({ name }) => name),
    ...Object.values(groups).map(({ name }) => name),
  ];
  return [meta.name, meta.description, meta.watch, meta.architecture, ...names].filter(
    (found): found is string => found !== undefined && /\p{L}{2}/u.test(found),
  );
}
