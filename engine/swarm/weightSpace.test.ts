import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import { lower } from '#engine/compile/lower.ts';
import { compileSwarm } from '#engine/compile/programs/index.ts';
import { readDocument } from '#engine/document/parse.ts';
import type { TensorState } from '#engine/executors/executor.ts';
import { SwarmTensors } from './swarmTensors.ts';
import { TestBench, testDocument } from './testRun.ts';
import { WeightSpace } from './weightSpace.ts';

describe('the weight space of a school', () => {
  let bench: TestBench;
  let swarm: CompiledSwarm;
  let state: TensorState;
  let space: WeightSpace;

  beforeAll(async () => {
    bench = await TestBench.open();
    const plan = lower(readDocument(testDocument(), 'test'));
    swarm = compileSwarm(plan, { task: 'classification', vocabSize: 40, classes: 2, context: 12 });
    state = bench.executor.createState();
    new SwarmTensors(swarm, state, 7).initialise();
    space = new WeightSpace(swarm, state);
  });
  afterAll(() => bench.close());

  it('has a row for each fish, of all its parameters and none of its moments', () => {
    const [school] = swarm.plan.schools;
    const [first] = swarm.plan.fish;
    expect(space.sizeOf(school!.id)).toBe(swarm.parametersOf(first!.id));
    expect(space.read(school!.id)).toHaveLength(school!.fish.length * space.sizeOf(school!.id));
  });

  it('gives back what was written, and changes only the fish written to', () => {
    const [school] = swarm.plan.schools;
    const [one, other] = school!.fish;
    const before = space.readFish(other!);
    const values = Float32Array.from({ length: space.sizeOf(school!.id) }, (_, i) => i);
    const { version } = space;
    space.writeFish(one!, values);
    expect(space.readFish(one!)).toEqual(values);
    expect(space.readFish(other!)).toEqual(before);
    expect(space.version).toBeGreaterThan(version);
  });

  it('refuses a matrix of another size', () => {
    expect(() => space.write(swarm.plan.schools[0]!.id, new Float32Array(3))).toThrow('3 numbers were given');
  });
});
