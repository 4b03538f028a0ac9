import { describe, expect, it } from 'vitest';
import { lower } from '#engine/compile/lower.ts';
import { fishIn } from '#engine/document/graph.ts';
import { EXPECTED } from './expected.ts';
import { findTemplates, TEMPLATES, watchAndTry } from './templates.ts';

describe('the gallery', () => {
  it('has every shipped template, distributed first', () => {
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(3);
    expect(TEMPLATES[0]?.id).toBe('distributed');
  });

  it('tells of every shipped template what to watch and what to try', () => {
    for (const { id, document } of TEMPLATES) {
      const { watch, tryThis } = watchAndTry(document);
      expect(watch.length, id).toBeGreaterThan(40);
      expect(tryThis, id).toMatch(/^[A-Z]/);
      expect(watch, id).not.toContain('Try:');
    }
  });

  it('counts the fish of every shipped template as the engine does', () => {
    for (const { id, document } of TEMPLATES)
      expect([id, fishIn(document)]).toEqual([id, lower(document).fish.length]);
  });

  it('tells of every shipped template what it reaches', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual(TEMPLATES.map(({ id }) => id).toSorted());
  });

  it('finds by words anywhere in name, text and tags', () => {
    expect(findTemplates(TEMPLATES, 'EIGHT random three quarters', null).map(({ id }) => id)).toEqual([
      'distributed',
    ]);
    expect(findTemplates(TEMPLATES, 'council', 'hybrid').map(({ id }) => id)).toEqual([
      'schools-under-a-hierarchy',
      'federated-schools',
    ]);
    expect(findTemplates(TEMPLATES, '', 'no such architecture')).toEqual([]);
    expect(findTemplates(TEMPLATES, '', null)).toHaveLength(TEMPLATES.length);
  });
});
