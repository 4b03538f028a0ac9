import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '../../engine/metrics/catalogue.ts';
import { readSource } from './readSource.ts';
import { sourceFiles } from './sourceFiles.ts';
import { templateTexts } from './templateTexts.ts';

export interface CollectedTexts {
  /** Keys with one text each, sorted. */
  readonly keys: readonly string[];
  /** Keys with a text for each plural form, `one | other`, sorted. */
  readonly counted: readonly string[];
}

/** All texts of the interface, and what cannot be collected, as sentences. */
export function collectTexts(root: string): {
  readonly texts: CollectedTexts;
  readonly problems: readonly string[];
} {
  const keys = new Set<string>();
  const counted = new Set<string>();
  const problems: string[] = [];
  for (const path of sourceFiles(root)) {
    const found = readSource(path, readFileSync(join(root, path), 'utf8'));
    for (const key of found.keys) keys.add(key);
    for (const key of found.counted) counted.add(key);
    for (const { line, text } of found.problems) problems.push(`${path}:${line}: ${text}`);
  }
  for (const { label, definition, unit } of METRICS) {
    for (const text of [label, definition, unit]) if (text !== '') keys.add(text);
  }
  for (const path of globSync('templates/*.swarm', { cwd: root })) {
    for (const text of templateTexts(readFileSync(join(root, path), 'utf8'))) keys.add(text);
  }
  return { texts: { keys: [...keys].toSorted(), counted: [...counted].toSorted() }, problems };
}
