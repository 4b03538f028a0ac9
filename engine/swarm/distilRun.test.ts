import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '#engine/document/parse.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { validate } from '#engine/validate/validate.ts';
import { seriesOf, TestBench, type TestDocument, testDocument, training } from './testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

type Params = Readonly<Record<string, unknown>>;
interface Parts {
  readonly server?: Params;
  readonly open?: Params;
  readonly up?: Params;
  readonly down?: Params;
  readonly without?: string;
  readonly options?: TestDocument;
}

/** Three fish like each other and one wider, clients of a server to which predictions on public text travel. */
function federation({
  server = {},
  open = {},
  up = {},
  down = {},
  without = '',
  options = {},
}: Parts): string {
  const document = JSON.parse(
    testDocument({
      ...options,
      fish: { dropout: 0, schedule: 'constant', learningRate: 0.005, ...options.fish },
    }),
  );
  const node = (id: string, kind: string, params: Params) => {
    document.nodes[id] = { kind, position: { x: 0, y: 0 }, params };
  };
  const link = (from: string, to: string, params: Params = {}) => {
    const [a = '', b = ''] = [from, to];
    const end = (text: string) => ({ node: text.split('.')[0], port: text.split('.')[1] });
    document.links[`${a.replace('.', '-')}-${b.replace('.', '-')}`] = { from: end(a), to: end(b), params };
  };
  node('wide', 'fish', { ...document.nodes.fish.params, count: 1, width: 24, feedForward: 48 });
  node('open', 'dataset', { task: 'sentiment', examples: 300, dataSeed: 2, ...open });
  node('server', 'federated', { exchange: 'predictions', publicTexts: 64, digest: 6, ...server });
  link('shard.examples', 'wide.examples');
  link('wide.prediction', 'answer.prediction');
  for (const fish of ['fish', 'wide']) {
    link(`${fish}.prediction`, 'server.prediction', up);
    link('server.prediction', `${fish}.prediction`, down);
  }
  link('open.examples', 'server.examples');
  for (const id of Object.keys(document.links))
    if (without !== '' && id.includes(without)) delete document.links[id];
  return JSON.stringify(document);
}

const audits = (events: readonly RunEvent[]) => events.filter((event) => event.type === 'audit');
const problems = (document: string): string[] =>
  validate(readDocument(document, 'test')).map(({ message }) => message);

describe('predictions on public text that travel to a server and back (R66)', () => {
  it('bring fish of different shapes to one opinion', async () => {
    const options: TestDocument = { run: { rounds: 8 }, dataset: { examples: 240 } };
    const { events } = await bench.run(federation({ options }));
    const gap = [...seriesOf(events, 'node/server/consensusGap').values()];
    const same = [...seriesOf(events, 'node/server/agreement').values()];
    expect(gap).toHaveLength(8);
    expect(same.at(-1)).toBeGreaterThan(0.8);
  });

  it('let nothing but scores cross: the audit has their messages and bytes, and no fish reads public text', async () => {
    const { events } = await bench.run(federation({ options: { run: { rounds: 2 } } }));
    const [first] = audits(events);
    const crossed = first?.type === 'audit' ? first.crossed : [];
    const letters = crossed.filter(({ link }) => link.includes('server'));
    const bytes = 64 * 2 * 4 + 4; // texts, classes, float32, and the round
    expect(letters.map(({ link, cargo, messages, bytes: size }) => [link, cargo, messages, size])).toEqual(
      [
        ['fish-prediction-server-prediction', 'prediction', 3, 3 * bytes],
        ['server-prediction-fish-prediction', 'prediction', 3, 3 * bytes],
        ['wide-prediction-server-prediction', 'prediction', 1, bytes],
        ['server-prediction-wide-prediction', 'prediction', 1, bytes],
      ].map((row) => expect.arrayContaining(row)),
    );
    expect(new Set(crossed.map(({ cargo }) => cargo))).toEqual(new Set(['prediction']));
    const started = events.find((event) => event.type === 'started');
    const examples = started?.type === 'started' ? started.fish.map((fish) => fish.examples) : [];
    expect(examples).toEqual([120, 120, 120, 120]);
  });

  it('take less room compressed, and are lost, late and heard as their links say', async () => {
    const options: TestDocument = { run: { rounds: 3 } };
    const small = await bench.run(federation({ options, server: { compression: '8bit' } }));
    const up = seriesOf(small.events, 'link/fish-prediction-server-prediction/bytes').get(1);
    expect(up).toBe(3 * (64 * 2 + 4 + 4)); // a byte a number, one scale of a block, the round
    const late = await bench.run(federation({ options, up: { delay: 1 } }));
    expect([...seriesOf(late.events, 'node/server/clients').values()]).toEqual([0, 4, 4]);
    const deaf = await bench.run(federation({ options, up: { loss: 1 } }));
    expect([...seriesOf(deaf.events, 'node/server/clients').values()]).toEqual([0, 0, 0]);
    const dropped = seriesOf(deaf.events, 'link/fish-prediction-server-prediction/dropped');
    expect(dropped.get(1)).toBe(3);
  });

  it('are asked of a share of the living clients; the dead say and take nothing', async () => {
    const options: TestDocument = { run: { rounds: 4 }, faults: [{ fish: [1], round: 2, returnRound: 4 }] };
    const { events } = await bench.run(federation({ options }));
    expect([...seriesOf(events, 'node/server/clients').values()]).toEqual([4, 3, 3, 4]);
    const half = await bench.run(federation({ options: { run: { rounds: 2 } }, server: { fraction: 0.5 } }));
    expect([...seriesOf(half.events, 'node/server/clients').values()]).toEqual([2, 2]);
    // Whoever was not asked takes the consensus in all the same.
    expect(seriesOf(half.events, 'link/server-prediction-fish-prediction/messages').get(1)).toBe(3);
  });

  it('bear a liar by the median', async () => {
    const options: TestDocument = { run: { rounds: 6 }, dataset: { examples: 400 } };
    const lie = (event: RunEvent): RunCommand | undefined =>
      event.type === 'state' && event.state === 'running'
        ? ({ type: 'corrupt-fish', fish: 'fish:1', kind: 'sign-flip', amount: 1 } as RunCommand)
        : undefined;
    const median = await bench.run(federation({ options, server: { robust: 'median' } }), { watch: lie });
    const gap = [...seriesOf(median.events, 'node/server/agreement').values()];
    expect(gap.at(-1)).toBeGreaterThan(0.5);
    expect(seriesOf(median.events, 'fish/wide/accuracy').get(6)).toBeGreaterThan(0.6);
  });

  it('take in a fish that joins, with examples of its own', async () => {
    let asked = false;
    const options: TestDocument = { run: { rounds: 4 }, shard: { spare: 1 } };
    const { events } = await bench.run(federation({ options }), {
      watch: (event) => {
        if (asked || event.type !== 'metrics' || event.round < 1) return undefined;
        asked = true;
        return { type: 'add-fish', like: 'wide' } as RunCommand;
      },
    });
    expect([...seriesOf(events, 'node/server/clients').values()]).toEqual([4, 5, 5, 5]);
    expect(events.find((event) => event.type === 'fish-added')).toMatchObject({ fish: { examples: 96 } });
  });

  it('go on after a resume as if nothing had happened (R17)', async () => {
    const document = federation({
      options: { run: { rounds: 5, checkpointEvery: 1 }, fish: { dropout: 0.1 } },
      server: { fraction: 0.7, every: 2 },
      up: { delay: 1, loss: 0.2 },
      down: { delay: 1 },
    });
    const whole = await bench.run(document);
    for (const round of [2, 4]) {
      const resumed = await bench.stopAndResume(document, round);
      const since = (events: readonly RunEvent[]) => training(events.filter((event) => event.round >= round));
      expect(since(resumed.events)).toEqual(since(whole.events));
    }
  });
});

describe('public text that clients first learn with its labels', () => {
  const hardly: TestDocument = { run: { rounds: 1, local: { unit: 'steps', amount: 1 } } };
  const accuracies = (events: readonly RunEvent[], round: number): number[] =>
    ['fish:1', 'fish:3', 'wide'].map((id) => seriesOf(events, `fish/${id}/accuracy`).get(round) ?? 0);

  it('makes each know before its own examples do', async () => {
    const server = { publicPasses: 10, every: 100 };
    const first = await bench.run(federation({ options: hardly, server }));
    expect(Math.min(...accuracies(first.events, 1))).toBeGreaterThan(0.7);
    const without = await bench.run(federation({ options: hardly, server: { every: 100 } }));
    expect(Math.max(...accuracies(without.events, 1))).toBeLessThan(0.7);
  });

  it('is learnt by whoever joins, and once only, after a resume too (R17)', async () => {
    let asked = false;
    const options: TestDocument = { run: { rounds: 3, checkpointEvery: 1 }, shard: { spare: 1 } };
    const document = federation({ options, server: { publicPasses: 6, every: 100 } });
    const joined = await bench.run(document, {
      watch: (event) => {
        if (asked || event.type !== 'metrics') return undefined;
        asked = true;
        return { type: 'add-fish', like: 'wide' } as RunCommand;
      },
    });
    const newcomer = joined.events.find((event) => event.type === 'fish-added');
    const id = newcomer?.type === 'fish-added' ? newcomer.fish.id : '';
    expect(seriesOf(joined.events, `fish/${id}/accuracy`).get(2)).toBeGreaterThan(0.7);
    const whole = await bench.run(document);
    const resumed = await bench.stopAndResume(document, 2);
    const since = (events: readonly RunEvent[]) => training(events.filter((event) => event.round >= 2));
    expect(since(resumed.events)).toEqual(since(whole.events));
  });

  it('must have the labels of the clients', async () => {
    const foreign = federation({ options: hardly, server: { publicPasses: 1 }, open: { task: 'topics' } });
    await expect(bench.run(foreign)).rejects.toThrow(/no fish's own examples have.*make no passes/);
    await bench.run(federation({ options: hardly, open: { task: 'topics' } }));
  });
});

describe('a document in which predictions travel (V7)', () => {
  it('needs public text that is no fish’s own', () => {
    expect(problems(federation({}))).toEqual([]);
    expect(problems(federation({ without: 'open' })).join(' ')).toContain('Public text');
    expect(problems(federation({ open: { dataSeed: 1 } }))).toEqual([
      expect.stringContaining('learns from the same data'),
    ]);
  });

  it('keeps the examples of clients with them', () => {
    const shared = JSON.parse(federation({}));
    shared.nodes.shard.params = { mode: 'shared' };
    expect(problems(JSON.stringify(shared)).join(' ')).toContain('must be its own');
    const talking = JSON.parse(federation({}));
    talking.links.talk = {
      from: { node: 'fish', port: 'prediction' },
      to: { node: 'wide', port: 'prediction' },
    };
    expect(problems(JSON.stringify(talking)).join(' ')).toContain('learn from common examples');
  });

  it('says what cannot be: noise, masks, language', () => {
    expect(problems(federation({ server: { noise: 1 } })).join(' ')).toContain('made for weights');
    expect(problems(federation({ server: { secure: true } })).join(' ')).toContain('made for weights');
    const language = federation({
      options: {
        goal: { task: 'language-modelling', metric: 'perplexity' },
        dataset: { task: 'tiny-language' },
      },
    });
    expect(problems(language).join(' ')).toContain('have no classes');
  });
});
