import { describe, expect, it } from 'vitest';
import type { TrainCluster } from '#engine/compile/compiled.ts';
import { compileSwarm } from '#engine/compile/programs/index.ts';
import {
  fishId,
  type TestTalk,
  testData,
  testExamples,
  testPlan,
} from '#engine/compile/programs/testSwarm.ts';
import type { RunSettings } from '#engine/document/schema.ts';
import { type BatchSettings, ClusterBatches, stepsOf } from './clusterBatches.ts';

// Numbers such as R3 are the rules of docs/spec/run.md.

const BATCH = 4;
const CONTEXT = 24;

function setUp(
  shares: readonly (readonly number[])[],
  local: RunSettings['local'],
  talk: readonly TestTalk[] = [],
  seed = 3,
) {
  const plan = testPlan({
    schools: [{ count: shares.length, shape: { context: CONTEXT } }],
    talk,
    batchSize: BATCH,
  });
  const data = testData(plan);
  const train = testExamples(data, 200);
  const cluster = compileSwarm(plan, data).clusters[0]!;
  const settings: BatchSettings = {
    seed,
    run: { local, batchSize: BATCH },
    train,
    shares: new Map(shares.map((rows, i) => [fishId(`1.${i + 1}`), Int32Array.from(rows)])),
  };
  return { cluster, train, settings, batches: new ClusterBatches(cluster, settings) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Rows with weight that fish `i` saw in a round, in order. */
function seen(batches: ClusterBatches, i: number, round: number): number[] {
  return range(0, batches.roundSteps).flatMap((step) => {
    const { rows, weights } = batches.batches(round, step)[i]!;
    return [...rows].filter((_, k) => weights[k] === 1);
  });
}

describe('batches', () => {
  it('show a fish every row of its share once a pass, and never a row of another (R2)', () => {
    const { batches } = setUp([range(0, 80), range(80, 200)], { unit: 'epochs', amount: 1 });
    expect(batches.steps).toEqual([20, 30]);
    for (const round of [1, 2]) {
      expect(seen(batches, 0, round).toSorted((a, b) => a - b)).toEqual(range(0, 80));
      expect(seen(batches, 1, round).toSorted((a, b) => a - b)).toEqual(range(80, 200));
    }
    expect(seen(batches, 0, 1)).not.toEqual(seen(batches, 0, 2));
  });

  it('put texts of like length together, for all fish at the same step (R3)', () => {
    const { batches, train } = setUp([range(0, 96), range(96, 192)], { unit: 'steps', amount: 16 });
    let grouped = 0;
    let alike = 0;
    const longest = (rows: Int32Array): number => Math.max(...[...rows].map((row) => train.lengths[row]!));
    for (const step of range(0, 16)) {
      const [a, b] = batches.batches(1, step);
      const lengths = [...a!.rows].map((row) => train.lengths[row]!);
      grouped += Math.max(...lengths) - Math.min(...lengths);
      alike += Math.abs(longest(a!.rows) - longest(b!.rows));
    }
    // Lengths are uniform on 2 .. 24: four at random would span 13 on average, and two such maxima differ by 5.
    expect(grouped / 16).toBeLessThan(4);
    expect(alike / 16).toBeLessThan(4);
  });

  it('depend on nothing but seed, round and step (R12)', () => {
    const local = { unit: 'steps', amount: 7 } as const;
    const one = setUp([range(0, 50)], local);
    const other = setUp([range(0, 50)], local);
    for (const round of [5, 2, 9]) {
      expect(other.batches.batches(round, 3)).toEqual(one.batches.batches(round, 3));
    }
    expect(setUp([range(0, 50)], local, [], 4).batches.batches(2, 3)).not.toEqual(one.batches.batches(2, 3));
    const withMore = setUp([range(0, 50), range(50, 100)], local);
    expect(withMore.batches.batches(2, 3)[0]).toEqual(one.batches.batches(2, 3)[0]);
  });

  it('take a share smaller than a batch whole, and pad it with rows of no weight (R3)', () => {
    const { batches } = setUp([[7, 9]], { unit: 'epochs', amount: 2 });
    expect(batches.steps).toEqual([2]);
    const { rows, weights } = batches.batches(1, 1)[0]!;
    expect([...rows].slice(0, 2)).toEqual([7, 9]);
    expect([...weights]).toEqual([1, 1, 0, 0]);
  });

  it('are shared where fish hear each other, each learning its own rows only (R4)', () => {
    const { batches, cluster } = setUp([range(0, 60), range(40, 100)], { unit: 'epochs', amount: 1 }, [
      { family: 'state', from: '1.1', to: '1.2' },
    ]);
    expect((cluster satisfies TrainCluster).sharedBatch).toBe(true);
    expect(batches.steps).toEqual([25, 25]);
    for (const step of range(0, 25)) {
      const [a, b] = batches.batches(1, step);
      expect(a!.rows).toEqual(b!.rows);
    }
    expect(seen(batches, 0, 1).toSorted((a, b) => a - b)).toEqual(range(0, 60));
    expect(seen(batches, 1, 1).toSorted((a, b) => a - b)).toEqual(range(40, 100));
  });
});

describe('local steps', () => {
  it('are a number, or passes over the share rounded up (R3)', () => {
    expect(stepsOf(100, { local: { unit: 'steps', amount: 5 }, batchSize: 8 })).toBe(5);
    expect(stepsOf(100, { local: { unit: 'epochs', amount: 0.5 }, batchSize: 8 })).toBe(7);
    expect(stepsOf(3, { local: { unit: 'epochs', amount: 2.5 }, batchSize: 8 })).toBe(3);
    expect(stepsOf(0, { local: { unit: 'steps', amount: 5 }, batchSize: 8 })).toBe(0);
  });
});
