/** How the text of a document is written: as JSON (`.swarm`, `.json`) or as YAML. */
export type TextForm = 'json' | 'yaml';

/** The form of a file by its name. */
export const formOfName = (name: string): TextForm => (/\.ya?ml$/i.test(name) ? 'yaml' : 'json');

/** The name of a swarm file without what says its form: `reef.swarm.yaml` is `reef`. */
export const withoutEnding = (name: string): string =>
  name.replace(/\.(json|ya?ml)$/i, '').replace(/\.swarm$/i, '');
