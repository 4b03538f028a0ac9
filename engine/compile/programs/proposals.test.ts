import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Executor } from '#engine/executors/executor.ts';
import { createExecutor } from '#engine/executors/index.ts';
import { TestSession } from './testSession.ts';
import { type TestSwarm, testData, testExamples, testPlan } from './testSwarm.ts';

// Fish that read the answers of others: rule R81 of docs/spec/run.md.

let onnx: Executor;
beforeAll(async () => {
  onnx = await createExecutor('onnx', { threads: 1 });
});
afterAll(() => onnx.dispose());

const READERS: TestSwarm = {
  schools: [{ count: 2 }, { count: 2, proposers: ['1.1', '1.2'] }],
  talk: ['2.1', '2.2'].flatMap((to) =>
    ['1.1', '1.2'].map((from) => ({ family: 'proposal' as const, from, to })),
  ),
};
const LOWER: TestSwarm = { schools: [{ count: 2 }] };

function session(swarm: TestSwarm): TestSession {
  const plan = testPlan({ ...swarm, batchSize: 3 });
  const data = testData(plan);
  return new TestSession(onnx, plan, data, testExamples(data, 16));
}

const ALL = [1, 1, 1, 1];
const saidBy = async (own: TestSession, alive: readonly number[] = ALL): Promise<Float32Array> => {
  const { fish } = await own.evaluate({ rows: [0, 1, 2, 3], alive });
  return fish[2]!; // "2.1"
};
/** Makes the answers of proposers weigh enough to be seen without much learning. */
function attentive(own: TestSession): TestSession {
  for (const slot of [0, 1])
    own.setFishTensor('school-2.proposals', slot, (old) => old.map((_, i) => Math.sin(i + slot)));
  return own;
}

describe('fish that read the answers of others (R81)', () => {
  it('leave the fish they read to learn as if nobody read them', async () => {
    const [read, alone] = [session(READERS), session(LOWER)];
    for (let step = 1; step <= 3; step++) {
      await read.step({ rows: [1, 2, 3], step });
      await alone.step({ rows: [1, 2, 3], step });
    }
    for (const { name } of alone.swarm.tensors) {
      for (const slot of [0, 1]) {
        const [a, b] = [read.fishTensor(name, slot), alone.fishTensor(name, slot)];
        a.forEach((value, i) => {
          expect(Math.abs(value - b[i]!), name).toBeLessThan(1e-5);
        });
      }
    }
    read.dispose();
    alone.dispose();
  });

  it('learn what the answers are worth, on texts that those who give them do not learn', async () => {
    const step = async (lower: readonly number[]) => {
      const own = session(READERS);
      const before = own.fishTensor('school-2.proposals', 0);
      await own.step({ rows: [1, 2, 3], weights: [lower, lower, [1, 0, 1], [0, 1, 1]] });
      const after = own.fishTensor('school-2.proposals', 0);
      own.dispose();
      return { before, after };
    };
    const heldOut = await step([0, 1, 0]);
    expect(heldOut.after).not.toEqual(heldOut.before);
    const byHeart = await step([1, 1, 1]);
    expect(byHeart.after).toEqual(byHeart.before);
  });

  it('answer otherwise when a proposer dies, and as if it had never spoken', async () => {
    const own = attentive(session(READERS));
    const all = await saidBy(own);
    const one = await saidBy(own, [0, 1, 1, 1]);
    expect(one).not.toEqual(all);
    own.spoil('school-1', 0, Number.NaN);
    expect(await saidBy(own, [0, 1, 1, 1])).toEqual(one);
    // Alive, but with answers that are no numbers: the same.
    expect(await saidBy(own)).toEqual(one);
    own.dispose();
  });

  it('answer when all proposers are dead', async () => {
    const own = attentive(session(READERS));
    own.spoil('school-1', 0, Number.NaN);
    own.spoil('school-1', 1, Number.NaN);
    const said = await saidBy(own, [0, 0, 1, 1]);
    expect(said.every(Number.isFinite)).toBe(true);
    own.dispose();
  });

  it('do not hear a link that is cut', async () => {
    const own = attentive(session(READERS));
    const cut = attentive(session({ ...READERS, talk: READERS.talk!.filter(({ from }) => from !== '1.1') }));
    expect(await saidBy(cut)).toEqual(await saidBy(own, [0, 1, 1, 1]));
    own.dispose();
    cut.dispose();
  });
});
