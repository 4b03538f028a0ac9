import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelMetric, METRICS, metricOf } from './catalogue.ts';

describe('the catalogue', () => {
  it('names every metric once and defines it in a sentence', () => {
    const keys = METRICS.map(({ scope, name }) => `${scope}/${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { definition, label } of METRICS) {
      expect(definition).toMatch(/[.]$/);
      expect(label).not.toBe('');
    }
    expect(metricOf('swarm', labelMetric('a/b'))?.name).toBe('f1:<label>');
    expect(metricOf('node', 'weight/fish:1')?.label).toBe('Weight of a source');
    expect(metricOf('swarm', 'nonsense')).toBeUndefined();
  });

  it('can be read by the view: nothing of it imports anything from elsewhere', () => {
    const sources = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts'));
    expect(sources).toContain('catalogue.ts');
    for (const file of sources) {
      const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8');
      for (const [, from] of source.matchAll(/ from '([^']+)'/g)) expect(from).toMatch(/^\.\/\w+\.ts$/);
    }
  });
});
