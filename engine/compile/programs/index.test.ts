import { describe, expect, it } from 'vitest';
import { clusterSchools } from './clusters.ts';
import { compileSwarm } from './index.ts';
import { bucketLengths } from './lengths.ts';
import { fishId, testData, testPlan } from './testSwarm.ts';

describe('bucketLengths', () => {
  it('has at most six lengths, ascending multiples of eight, and ends with the context', () => {
    expect(bucketLengths(64)).toEqual([8, 16, 24, 32, 48, 64]);
    expect(bucketLengths(32)).toEqual([8, 16, 24, 32]);
    expect(bucketLengths(5)).toEqual([5]);
    for (let context = 2; context <= 1024; context++) {
      const lengths = bucketLengths(context);
      expect(lengths.length).toBeLessThanOrEqual(6);
      expect(lengths.at(-1)).toBe(context);
      expect(lengths.slice(0, -1).every((length, i) => length % 8 === 0 && length < lengths[i + 1]!)).toBe(
        true,
      );
    }
  });
});

describe('clusterSchools', () => {
  it('joins schools by state and prediction links, not by weights', () => {
    const plan = testPlan({
      schools: [{ count: 1 }, { count: 2 }, { count: 1 }, { count: 1 }],
      talk: [
        { family: 'state', from: '1.1', to: '3.1' },
        { family: 'prediction', from: '3.1', to: '4.1' },
        { family: 'weights', from: '1.1', to: '2.1' },
        { family: 'prediction', from: '2.1', to: '2.2' },
      ],
    });
    const ids = clusterSchools(plan).map((schools) => schools.map((school) => school.id));
    expect(ids).toEqual([['school-1', 'school-3', 'school-4'], ['school-2']]);
    const { clusters } = compileSwarm(plan, testData(plan));
    expect(clusters.map(({ sharedBatch }) => sharedBatch)).toEqual([true, true]);
    expect(clusters[0]!.fish).toEqual(['1.1', '3.1', '4.1']);
  });
});

describe('compileSwarm', () => {
  const talk = [{ family: 'state', from: '1.1', to: '2.1' }] as const;
  const plan = testPlan({ schools: [{ count: 2 }, { count: 1, shape: { width: 6 } }], talk });
  const swarm = compileSwarm(plan, testData(plan));

  it('declares every tensor that its programs read, and no other', () => {
    const declared = new Map(swarm.tensors.map(({ name, shape }) => [name, shape]));
    expect(declared.size).toBe(swarm.tensors.length);
    const bound = new Set<string>();
    for (const program of [swarm.clusters[0]!.program(5), swarm.answers.evaluate(5)]) {
      for (const { name, role, value } of program.inputs) {
        if (role !== 'parameter' && role !== 'state') continue;
        expect(program.values[value]!.shape).toEqual(declared.get(name));
        bound.add(name);
      }
    }
    expect([...declared.keys()].filter((name) => !bound.has(name))).toEqual([]);
  });

  it('updates every parameter and moment, and memoises programs', () => {
    const program = swarm.clusters[0]!.program(5);
    expect(program.updates.map(({ input }) => input).sort()).toEqual(
      swarm.tensors.map(({ name }) => name).sort(),
    );
    expect(swarm.clusters[0]!.program(5)).toBe(program);
    expect(swarm.answers.evaluate(5)).toBe(swarm.answers.evaluate(5));
  });

  it('initialises each fish from its own stream', () => {
    const wte = swarm.tensors.find(({ name }) => name === 'school-1.wte')!;
    expect(wte.initialise(fishId('1.1'), 1)).toEqual(wte.initialise(fishId('1.1'), 1));
    expect(wte.initialise(fishId('1.1'), 1)).not.toEqual(wte.initialise(fishId('1.2'), 1));
    expect(wte.initialise(fishId('1.1'), 1)).not.toEqual(wte.initialise(fishId('1.1'), 2));
    expect(wte.initialise(fishId('1.1'), 1)).toHaveLength(7 * 4);
  });

  it('counts the parameters of a fish', () => {
    const width = 4;
    const block = 2 * width + width * 3 * width + width * width + 2 * width * 6;
    const own = 7 * width + 5 * width + block + width + width * 3 + 3;
    expect(swarm.parametersOf(fishId('1.1'))).toBe(own + width * 6); // and W to school-2
    expect(() => swarm.parametersOf(fishId('nobody'))).toThrow(/has no fish "nobody"/);
  });
});
