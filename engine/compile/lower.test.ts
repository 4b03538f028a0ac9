import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ShuuraiError } from '../core/errors.ts';
import { buildSwarm, wholeSwarm } from '../document/build.testing.ts';
import { newDocument } from '../document/create.ts';
import { lower } from './lower.ts';

const BASE = { data: ['dataset'], mean: ['average'], goal: ['goal'] } as const;
const OUT = 'mean.prediction -> goal.prediction';
const feed = (fish: string) => [`data.examples -> ${fish}.examples`, `${fish}.prediction -> mean.prediction`];

describe('lowering', () => {
  it('[L1] refuses a document with errors, with all of their sentences', () => {
    expect(() => lower(newDocument())).toThrow(ShuuraiError);
    expect(() => lower(newDocument())).toThrow(/nothing to learn from.*\n.*no fish.*\n.*what it is for/);
  });

  it('[L2] numbers the fish of a school from 1, and lends a single fish its node id', () => {
    const plan = lower(
      buildSwarm({ ...BASE, solo: ['fish'], many: ['fish', { count: 3 }] }, [
        ...feed('solo'),
        ...feed('many'),
        OUT,
      ]),
    );
    expect(plan.fish.map(({ id, name }) => [id, name])).toEqual([
      ['many:1', 'many 1'],
      ['many:2', 'many 2'],
      ['many:3', 'many 3'],
      ['solo', 'solo'],
    ]);
  });

  it('[L3] stacks fish of one shape and recipe into a school, whatever their rates', () => {
    const plan = lower(
      buildSwarm(
        {
          ...BASE,
          a: ['fish', { count: 2 }],
          b: ['fish', { learningRate: 0.01, schedule: 'constant', warmup: 0 }],
          c: ['fish', { dropout: 0.2 }],
          d: ['fish', { width: 32 }],
          e: ['fish', { count: 2, width: 32 }],
        },
        [...['a', 'b', 'c', 'd', 'e'].flatMap(feed), OUT],
      ),
    );
    expect(plan.schools.map(({ id, fish }) => [id, fish])).toEqual([
      ['school-1', ['a:1', 'a:2', 'b']],
      ['school-2', ['c']],
      ['school-3', ['d', 'e:1', 'e:2']],
    ]);
    for (const school of plan.schools) {
      expect(
        plan.fish
          .filter((fish) => fish.school === school.id)
          .toSorted((x, y) => x.slot - y.slot)
          .map(({ id }) => id),
      ).toEqual(school.fish);
    }
    expect(plan.fish.find(({ id }) => id === 'b')?.training).toMatchObject({
      learningRate: 0.01,
      schedule: 'constant',
    });
  });

  it('[L4] gives every fish of a shard a share of its own, and makes a shared shard of a dataset read directly', () => {
    const plan = lower(
      buildSwarm(
        {
          ...BASE,
          part: ['shard', { mode: 'dirichlet', alpha: 0.3 }],
          a: ['fish', { count: 2 }],
          b: ['fish'],
          c: ['fish'],
        },
        [
          'data.examples -> part.examples',
          'part.examples -> a.examples',
          'part.examples -> b.examples',
          'a.prediction -> mean.prediction',
          'b.prediction -> mean.prediction',
          ...feed('c'),
          OUT,
        ],
      ),
    );
    expect(plan.shards).toEqual([
      {
        nodeId: 'part',
        dataset: 'data',
        partition: { mode: 'dirichlet', alpha: 0.3, replicas: 1 },
        fish: ['a:1', 'a:2', 'b'],
        spare: 0,
      },
      { nodeId: 'data', dataset: 'data', partition: { mode: 'shared' }, fish: ['c'], spare: 0 },
    ]);
    expect(plan.fish.map(({ id, share }) => [id, share])).toEqual([
      ['a:1', 0],
      ['a:2', 1],
      ['b', 2],
      ['c', 0],
    ]);
  });

  it('[L5] makes all pairs of a talk link between schools', () => {
    const document = buildSwarm({ ...BASE, a: ['fish', { count: 2 }], b: ['fish', { count: 2 }] }, [
      ...feed('a'),
      ...feed('b'),
      OUT,
      'a.state -> b.state',
      'a.weights -> b.weights',
      'b.prediction -> a.prediction',
    ]);
    const { talk } = lower(document);
    const of = (family: string) =>
      talk.filter((link) => link.family === family).map(({ from, to }) => `${from}>${to}`);
    expect(of('state')).toEqual(['a:1>b:1', 'a:1>b:2', 'a:2>b:1', 'a:2>b:2']);
    expect(of('weights')).toEqual(of('state'));
    expect(of('prediction')).toEqual(['b:1>a:1', 'b:1>a:2', 'b:2>a:1', 'b:2>a:2']);
  });

  it('[L6] gives an aggregator one voice a fish, each with the strength of its link, inner aggregators first', () => {
    const document = buildSwarm({ ...BASE, a: ['fish', { count: 2 }], b: ['fish'], z: ['vote'] }, [
      'data.examples -> a.examples',
      'data.examples -> b.examples',
      'a.prediction -> z.prediction',
      'b.prediction -> mean.prediction',
      'z.prediction -> mean.prediction',
      OUT,
    ]);
    const links = Object.entries(document.links);
    document.links = Object.fromEntries(
      links.map(([id, link]) => [
        id,
        id === 'link-3' ? { ...link, params: { ...link.params, strength: 0.5 } } : link,
      ]),
    );
    const { aggregators, goal } = lower(document);
    expect(aggregators.map(({ nodeId, inputs }) => [nodeId, inputs])).toEqual([
      [
        'z',
        [
          { kind: 'fish', fish: 'a:1', linkId: 'link-3', weight: 0.5 },
          { kind: 'fish', fish: 'a:2', linkId: 'link-3', weight: 0.5 },
        ],
      ],
      [
        'mean',
        [
          { kind: 'fish', fish: 'b', linkId: 'link-4', weight: 1 },
          { kind: 'aggregator', nodeId: 'z', linkId: 'link-5', weight: 1 },
        ],
      ],
    ]);
    expect(goal).toMatchObject({
      answer: { kind: 'aggregator', nodeId: 'mean' },
      metric: 'accuracy',
      target: null,
    });
  });

  it('[L7] resolves faults and probes to fish', () => {
    const plan = lower(
      buildSwarm(
        {
          ...BASE,
          a: ['fish', { count: 3 }],
          x: ['fault', { fish: '3, 1, 3', round: 4, returnRound: 9 }],
          p: ['probe'],
        },
        [...feed('a'), OUT, 'x.control -> a.control', 'a.prediction -> p.prediction'],
      ),
    );
    expect(plan.faults).toEqual([
      {
        nodeId: 'x',
        name: 'Fault',
        fish: ['a:1', 'a:3'],
        harm: { kind: 'crash' },
        when: { kind: 'round', round: 4, until: 9 },
      },
    ]);
    expect(plan.probes.map(({ source }) => source)).toMatchObject([
      { fish: 'a:1' },
      { fish: 'a:2' },
      { fish: 'a:3' },
    ]);
  });

  it('[L8] reads a dataset node as the data layer wants it', () => {
    const file = {
      source: 'file',
      path: 'x.csv',
      delimiter: ';',
      header: 'no',
      textColumn: '1',
      labelColumn: 'mood',
      validationPath: 'v.csv',
      maxRows: 9,
    };
    const plan = lower(buildSwarm({ ...BASE, data: ['dataset', file], a: ['fish'] }, [...feed('a'), OUT]));
    expect(plan.datasets).toEqual([
      {
        nodeId: 'data',
        source: {
          kind: 'file',
          path: 'x.csv',
          delimiter: ';',
          header: false,
          textColumn: 1,
          labelColumn: 'mood',
          skipBadRows: false,
        },
        validationPath: 'v.csv',
        validationFraction: 0.1,
        maxRows: 9,
        tokenizer: { kind: 'word', vocabSize: 8000, minFrequency: 2, lowercase: true },
      },
    ]);
  });

  it('[L9] gives the same plan whatever order the document was drawn in', () => {
    const document = wholeSwarm();
    const plan = JSON.stringify(lower(document));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(Object.entries(document.nodes), { minLength: 5 }),
        fc.shuffledSubarray(Object.entries(document.links), { minLength: 4 }),
        (nodes, links) => {
          expect(
            JSON.stringify(
              lower({ ...document, nodes: Object.fromEntries(nodes), links: Object.fromEntries(links) }),
            ),
          ).toBe(plan);
        },
      ),
      { numRuns: 30 },
    );
  });
});
