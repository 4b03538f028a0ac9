import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSwarm } from '../document/build.testing.ts';
import { parseDocument, readDocument } from '../document/parse.ts';
import { PICTURE_COLOURS } from './colours.ts';
import { writeSwarm } from './formats.ts';
import { metricsCsv } from './metricsCsv.ts';

const root = join(import.meta.dirname, '..', '..');
const templates = readdirSync(join(root, 'templates'))
  .filter((name) => name.endsWith('.swarm'))
  .map((name) => [name, readDocument(readFileSync(join(root, 'templates', name), 'utf8'), name)] as const);
const light = { theme: 'light' } as const;

test.each(templates)('%s in every form', (_, document) => {
  expect(parseDocument(writeSwarm(document, 'json', light))).toMatchObject({ ok: true, document });
  const svg = writeSwarm(document, 'svg', light);
  expect(svg).toMatch(/^<svg [^>]*viewBox="-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+"/);
  expect(svg.match(/<g transform=/g)?.length ?? 0).toBeGreaterThan(2);
  const mermaid = writeSwarm(document, 'mermaid', light).trimEnd().split('\n');
  expect(mermaid[0]).toBe('flowchart LR');
  expect(mermaid.filter((line) => line.includes('-->'))).toHaveLength(Object.keys(document.links).length);
  expect(writeSwarm(document, 'yaml', light)).toMatch(/^version: 1\nmeta:\n {2}name: /);
});

const hostile = '"></text><script>alert(1)</script>\u0000 & ] end #';

test('names cannot break out of a picture or a flowchart', () => {
  const document = buildSwarm({ end: ['fish', {}], goal: ['goal', {}] }, [
    'end.prediction -> goal.prediction',
  ]);
  const named = {
    ...document,
    meta: { ...document.meta, name: hostile },
    nodes: Object.fromEntries(
      Object.entries(document.nodes).map(([id, node]) => [id, { ...node, name: hostile }]),
    ),
  };
  const svg = writeSwarm(named, 'svg', light);
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0000');
  const mermaid = writeSwarm(named, 'mermaid', light);
  expect(mermaid).not.toContain('<script');
  expect(mermaid).toContain('n1(["#34;#62;');
});

test('an empty swarm is a picture, too', () => {
  expect(writeSwarm(buildSwarm({}, []), 'svg', light)).toContain('viewBox="0 0 320 120"');
});

test('pictures have the colours of the themes', () => {
  const css = readFileSync(join(root, 'renderer/theme/theme.css'), 'utf8');
  const names = { ground: 'bg0', card: 'bg2', line: 'line2', faint: 'text2' } as const;
  for (const theme of ['dark', 'light'] as const) {
    const block = css.slice(css.indexOf(`[data-theme="${theme}"]`)).split('}')[0] ?? '';
    for (const [name, colour] of Object.entries(PICTURE_COLOURS[theme])) {
      const variable = names[name as keyof typeof names] ?? name; // other names are the same in both
      expect(block, name).toContain(`--${variable}: ${colour};`);
    }
  }
});

test('metrics become one row a value, and nothing a spreadsheet would calculate', () => {
  const one = {
    size: 1,
    total: 2,
    round: [1, 2],
    step: [20, 40],
    time: [1000.4, 2000],
    last: [0.5, 0.25],
    min: [0, 0],
    max: [1, 1],
  };
  expect(
    metricsCsv([
      { name: 'swarm/loss', ...one },
      { name: '=cmd,"x"', ...one, last: [1, 2] },
    ]),
  ).toBe(
    [
      'series,round,step,milliseconds,value',
      `"'=cmd,""x""",1,20,1000,1`,
      `"'=cmd,""x""",2,40,2000,2`,
      'swarm/loss,1,20,1000,0.5',
      'swarm/loss,2,40,2000,0.25',
      '',
    ].join('\r\n'),
  );
});
