import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { NodeId } from '../core/brand.ts';
import { applySet } from '../document/applySet.ts';
import { readDocument } from '../document/parse.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { changeLine, changeWords } from './changeWords.ts';
import { documentChanges } from './documentChanges.ts';
import { type ComparedRun, finalNumbers, numbersToCsv } from './finalNumbers.ts';

const document = readDocument(
  readFileSync(new URL('../../templates/distributed.swarm', import.meta.url), 'utf8'),
  'distributed.swarm',
);
const lines = (before: SwarmDocument, after: SwarmDocument): string[] =>
  documentChanges(before, after).map((change) => changeLine(changeWords(change, before, after)));

describe('changes between two documents', () => {
  it('are none where only places on the canvas differ, unless asked for', () => {
    const moved = structuredClone(document);
    moved.nodes['fish' as NodeId]!.position = { x: -5, y: 7 };
    expect(documentChanges(document, moved)).toEqual([]);
    expect(documentChanges(document, moved, 'compare')).toMatchObject([
      { of: 'node-place', name: 'position' },
    ]);
  });

  it('count an absent parameter as its default', () => {
    const explicit = structuredClone(document);
    delete explicit.nodes['average' as NodeId]!.params.quorum;
    expect(documentChanges(document, explicit)).toEqual([]);
  });

  it('name parameters, run settings, nodes and links in words', () => {
    let after = applySet(document, 'nodes.fish.params.layers', '3');
    after = applySet(after, 'run.seed', '9');
    after = structuredClone(after);
    delete after.nodes['crash' as NodeId];
    for (const [id, link] of Object.entries(after.links))
      if (link.from.node === 'crash' || link.to.node === 'crash') delete after.links[id as never];
    expect(lines(document, after)).toEqual([
      '~ Run settings: seed 1 -> 9',
      expect.stringMatching(/^- Fault “Crash”$/),
      expect.stringMatching(/^~ Fish.*: Layers \d -> 3$/),
      expect.stringMatching(/^- Link from Crash to Fish$/),
    ]);
    expect(lines(after, document).filter((line) => line.startsWith('+'))).toHaveLength(2);
  });

  it('take a link with another end for another link', () => {
    const after = structuredClone(document);
    const [id] = Object.keys(after.links) as never[];
    const link = after.links[id!]!;
    link.to = { ...link.to, port: 'another' };
    expect(lines(document, after).map((line) => line[0])).toEqual(['-', '+']);
  });
});

describe('final numbers', () => {
  const run = (id: string, seed: number, accuracy: number, layers = '2'): ComparedRun => ({
    id,
    name: 'Distributed',
    seed,
    metrics: { 'swarm/accuracy': accuracy, 'swarm/loss': 1 - accuracy },
    document: applySet(applySet(document, 'run.seed', String(seed)), 'nodes.fish.params.layers', layers),
  });
  const runs = [run('a', 1, 0.8), run('b', 1, 0.9, '3'), run('c', 2, 0.6), run('d', 3, 0.7)];

  it('mark the best by the direction of each metric and give differences to the first', () => {
    const { columns, rows } = finalNumbers(runs, 'apart');
    expect(columns).toHaveLength(4);
    expect(new Set(columns.map(({ title }) => title)).size).toBe(4);
    const [accuracy, loss] = rows;
    expect(accuracy).toMatchObject({ metric: 'swarm/accuracy', better: 'higher' });
    expect(accuracy?.cells.map((cell) => cell?.best)).toEqual([false, true, false, false]);
    expect(loss?.cells.map((cell) => cell?.best)).toEqual([false, true, false, false]);
    expect(accuracy?.cells[0]?.difference).toBeNull();
    expect(accuracy?.cells[2]?.difference).toBeCloseTo(-0.2);
  });

  it('join runs that differ in the seed alone: mean and standard deviation', () => {
    const { columns, rows } = finalNumbers(runs, 'join');
    expect(columns.map((column) => column.runs.map(({ id }) => id))).toEqual([['a', 'c', 'd'], ['b']]);
    const cell = rows[0]?.cells[0];
    expect(cell?.mean).toBeCloseTo(0.7);
    expect(cell?.deviation).toBeCloseTo(0.1);
    expect(cell?.count).toBe(3);
    expect(rows[0]?.cells[1]).toMatchObject({ best: true, deviation: null });
  });

  it('give accuracies of fish as shares, and the losses of a language model as they are', () => {
    const unitOf = (metrics: Readonly<Record<string, number>>): string | undefined => {
      const { rows } = finalNumbers([{ ...runs[0]!, metrics }], 'apart');
      return rows.find(({ metric }) => metric === 'swarm/bestFish')?.unit;
    };
    expect(unitOf({ 'swarm/accuracy': 0.8, 'swarm/bestFish': 0.78 })).toBe('share');
    expect(unitOf({ 'swarm/perplexity': 9.5, 'swarm/bestFish': 2.2 })).toBe('');
  });

  it('are written as CSV', () => {
    const odd = { ...run('e', 5, 0.5, '4'), name: 'A, "B"' };
    const [head, first] = numbersToCsv(finalNumbers([...runs.slice(0, 1), odd], 'apart')).split('\n');
    expect(head).toBe('metric,Distributed,"A, ""B"""');
    expect(first).toBe('swarm/accuracy,0.8,0.5');
    const joined = numbersToCsv(finalNumbers(runs, 'join')).split('\n')[0];
    expect(joined).toMatch(/ mean,.* sd,/);
  });
});
