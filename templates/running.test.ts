import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '#engine/document/parse.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { Laboratory } from '../bench/experiments/laboratory.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.swarm'));
const ROUNDS = 3;

let lab: Laboratory;
beforeAll(async () => {
  lab = await Laboratory.open();
});
afterAll(() => lab.close());

/** A few rounds on few examples. What a template has happen later does not happen. */
function reduced(file: string): SwarmDocument {
  const document = readDocument(readFileSync(join(folder, file), 'utf8'), file);
  const nodes = Object.fromEntries(
    Object.entries(document.nodes).map(([id, node]) =>
      node.kind === 'dataset' ? [id, { ...node, params: { ...node.params, examples: 600 } }] : [id, node],
    ),
  );
  const run = { ...document.run, rounds: ROUNDS, local: { unit: 'steps' as const, amount: 10 } };
  return { ...document, nodes, run: { ...run, evaluateEvery: ROUNDS, checkpointEvery: ROUNDS } };
}

describe('templates run', () => {
  it.each(files)('%s, reduced, ends and has learnt', async (file) => {
    const document = reduced(file);
    const outcome = await lab.run(document, { seed: 1 });
    expect(outcome.end).toMatchObject({ reason: 'rounds', round: ROUNDS });
    const classes = Object.values(document.nodes).some(({ params }) => params.task === 'sentiment') ? 2 : 8;
    const [best, chance] =
      file === 'storyteller.swarm'
        ? [outcome.last('swarm/accuracy'), 0.05]
        : [Math.max(outcome.last('swarm/accuracy'), outcome.last('swarm/bestFish')), 1 / classes];
    expect(best).toBeGreaterThan(chance + 0.02);
    outcome.close();
  });
});
