import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lower } from '#engine/compile/lower.ts';
import { parseDocument } from '#engine/document/parse.ts';
import { serialize } from '#engine/document/serialize.ts';
import { validate } from '#engine/validate/validate.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.swarm'));

function read(file: string) {
  const text = readFileSync(join(folder, file), 'utf8');
  const result = parseDocument(text);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return { text, document: result.document };
}

/** A card on the canvas is about this large at most. */
const CARD = { width: 200, height: 150 };

describe('templates', () => {
  it('there are at least four', () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
  });

  it.each(files)('%s is whole, canonical and can be lowered', (file) => {
    const { text, document } = read(file);
    expect(serialize(document)).toBe(text);
    expect(validate(document)).toEqual([]);
    expect(lower(document).fish.length).toBeGreaterThan(1);
  });

  it.each(files)('%s says what it is and what to watch', (file) => {
    const { name, description, watch, architecture } = read(file).document.meta;
    expect(name).not.toBe('Untitled');
    expect(description.length).toBeGreaterThan(60);
    expect(watch).toContain('Try:');
    expect(architecture).toBeDefined();
  });

  it.each(files)('%s runs without a file of the user', (file) => {
    const sources = Object.values(read(file).document.nodes).filter(({ kind }) => kind === 'dataset');
    expect(sources.map(({ params }) => params.source)).toEqual(sources.map(() => 'builtin'));
  });

  it.each(files)('%s has no cards on top of each other, and reads from left to right', (file) => {
    const { nodes, links } = read(file).document;
    const cards = Object.entries(nodes);
    for (const [a, { position: p }] of cards) {
      for (const [b, { position: q }] of cards) {
        if (a >= b) continue;
        const apart = Math.abs(p.x - q.x) >= CARD.width || Math.abs(p.y - q.y) >= CARD.height;
        expect(apart, `${a} and ${b}`).toBe(true);
      }
    }
    for (const { from, to } of Object.values(links)) {
      const [source, target] = [nodes[from.node], nodes[to.node]];
      if (source === undefined || target === undefined || source.kind === target.kind) continue;
      expect(source.position.x + CARD.width, `${from.node} to ${to.node}`).toBeLessThanOrEqual(
        target.position.x,
      );
    }
  });

  it('distributed is the swarm of the README: eight fish, one of which crashes half-way', () => {
    const plan = lower(read('distributed.swarm').document);
    expect(plan.fish.map(({ id }) => id)).toEqual(Array.from({ length: 8 }, (_, i) => `fish:${i + 1}`));
    expect(plan.schools).toHaveLength(1);
    expect(plan.faults).toMatchObject([
      {
        fish: ['fish:4'],
        harm: { kind: 'crash' },
        when: { kind: 'round', round: plan.run.rounds / 2 + 1, until: null },
      },
    ]);
    expect(plan.datasets.map(({ nodeId }) => nodeId)).toEqual(['dataset']);
  });

  it('committee joins fish of different shapes, some of them rotary', () => {
    const plan = lower(read('committee.swarm').document);
    expect(plan.schools.length).toBeGreaterThanOrEqual(3);
    expect(new Set(plan.fish.map(({ shape }) => shape.positional))).toEqual(new Set(['learned', 'rotary']));
    expect(plan.aggregators.map(({ kind }) => kind).toSorted()).toEqual(['vote', 'weighted']);
    expect(plan.probes).toMatchObject([{ source: { kind: 'aggregator', nodeId: 'vote' } }]);
  });

  it('ring-talk lets every fish sense one neighbour and gossip with both', () => {
    const { talk } = lower(read('ring-talk.swarm').document);
    for (let fish = 1; fish <= 6; fish += 1) {
      const heard = talk.filter(({ to }) => to === `fish-${fish}`);
      expect(heard.map(({ family }) => family).toSorted()).toEqual(['state', 'weights', 'weights']);
    }
  });
});
