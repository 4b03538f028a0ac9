import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FishId, LinkId } from '#engine/core/brand.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { RunEvent } from '#engine/protocol/events.ts';
import { repeatable, seriesOf, TestBench, type TestDocument, testDocument, training } from '../testRun.ts';

let bench: TestBench;
beforeAll(async () => {
  bench = await TestBench.open();
});
afterAll(() => bench.close());

// Ids of the test documents.
const fish = (id: string): FishId => id as FishId;
const link = (id: string): LinkId => id as LinkId;

interface Timed {
  readonly round: number;
  readonly command: RunCommand;
}

/** Gives each command at the first event of its round. */
function giving(commands: readonly Timed[]) {
  const waiting = [...commands];
  return (event: RunEvent): RunCommand | undefined =>
    waiting[0] !== undefined && event.type === 'metrics' && event.round >= waiting[0].round
      ? waiting.shift()?.command
      : undefined;
}

const run = (options: TestDocument, commands: readonly Timed[] = []) =>
  bench.run(testDocument(options), { watch: giving(commands) });
const accuracy = (events: readonly RunEvent[], id: string) => seriesOf(events, `fish/${id}/accuracy`);
const without = (events: readonly RunEvent[], id: string): unknown[] =>
  events.flatMap((event) =>
    event.type === 'metrics'
      ? Object.entries(event.values).filter(
          ([name]) => name.startsWith('fish/') && !name.startsWith(`fish/${id}/`),
        )
      : [],
  );
const warnings = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'warning' ? [event.message] : []));

describe('commands to a running swarm', () => {
  it('freeze a fish: it answers and is heard as before, but learns no more (R55)', async () => {
    const plain = await run({ run: { rounds: 4 } });
    const { events } = await run({ run: { rounds: 4 } }, [
      { round: 2, command: { type: 'freeze-fish', fish: fish('fish:2') } },
      { round: 4, command: { type: 'unfreeze-fish', fish: fish('fish:2') } },
    ]);
    const loss = seriesOf(events, 'fish/fish:2/loss');
    expect(loss.get(3)).toBe(loss.get(2));
    expect(loss.get(4)).not.toBe(loss.get(3));
    expect(seriesOf(events, 'fish/fish:2/trainLossRound').has(3)).toBe(false);
    expect(seriesOf(events, 'swarm/loss').get(3)).toBeGreaterThan(0);
    expect(without(events, 'fish:2')).toEqual(without(plain.events, 'fish:2'));
  });

  it('a frozen fish is still heard through prediction links', async () => {
    const options: TestDocument = { talk: { family: 'prediction' }, run: { rounds: 3 } };
    const frozen = await run(options, [{ round: 2, command: { type: 'freeze-fish', fish: fish('fish-2') } }]);
    const killed = await run(options, [{ round: 2, command: { type: 'kill-fish', fish: fish('fish-2') } }]);
    const loss = (events: readonly RunEvent[]) => seriesOf(events, 'fish/fish-1/loss').get(3);
    expect(loss(frozen.events)).toBeGreaterThan(0);
    expect(loss(frozen.events)).not.toBe(loss(killed.events));
  });

  it('replace a fish by a fresh one and leave the others as they are, bit for bit (R56)', async () => {
    const plain = await run({ run: { rounds: 4 } });
    const { events } = await run({ run: { rounds: 4 } }, [
      { round: 3, command: { type: 'replace-fish', fish: fish('fish:1') } },
    ]);
    const loss = seriesOf(events, 'fish/fish:1/trainLossRound');
    expect(loss.get(3)).toBeGreaterThan(loss.get(2)!);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'fish', fish: 'fish:1', state: 'running', round: 3 }),
    );
    expect(without(events, 'fish:1')).toEqual(without(plain.events, 'fish:1'));
  });

  it('a replacement learns from weights no fish of the run began with', async () => {
    const options: TestDocument = { run: { rounds: 1, local: { unit: 'steps', amount: 1 } } };
    const first = await run(options);
    const replaced = await run(options, [
      { round: 1, command: { type: 'replace-fish', fish: fish('fish:1') } },
    ]);
    const losses = ['fish:1', 'fish:2', 'fish:3'].map((id) =>
      seriesOf(first.events, `fish/${id}/loss`).get(1),
    );
    expect(losses).not.toContain(seriesOf(replaced.events, 'fish/fish:1/loss').get(1));
  });

  it('flip the sign of a fish: it says the opposite until it is healed, and learns on (R57)', async () => {
    const { events } = await run({ run: { rounds: 6 } }, [
      { round: 5, command: { type: 'corrupt-fish', fish: fish('fish:1'), kind: 'sign-flip', amount: 1 } },
      { round: 6, command: { type: 'heal-fish', fish: fish('fish:1') } },
    ]);
    const right = accuracy(events, 'fish:1');
    expect(right.get(4)).toBeGreaterThan(0.7);
    expect(right.get(5)).toBeLessThan(0.3);
    expect(right.get(6)).toBeGreaterThan(0.7);
    expect(seriesOf(events, 'fish/fish:1/trainAccuracy').get(6)).toBeGreaterThan(0.7);
  });

  it('flip the labels of a fish: it learns the opposite', async () => {
    const { events } = await run({ run: { rounds: 7 } }, [
      { round: 1, command: { type: 'corrupt-fish', fish: fish('fish:1'), kind: 'label-flip', amount: 1 } },
    ]);
    expect(accuracy(events, 'fish:1').get(7)).toBeLessThan(0.3);
    expect(accuracy(events, 'fish:2').get(7)).toBeGreaterThan(0.7);
  });

  it('noise spoils the weights once', async () => {
    const plain = await run({ run: { rounds: 5 } });
    const { events } = await run({ run: { rounds: 5 } }, [
      { round: 5, command: { type: 'freeze-fish', fish: fish('fish:1') } },
      { round: 5, command: { type: 'corrupt-fish', fish: fish('fish:1'), kind: 'noise', amount: 3 } },
    ]);
    expect(accuracy(events, 'fish:1').get(5)).toBeLessThan(accuracy(plain.events, 'fish:1').get(5)! - 0.1);
    expect(without(events, 'fish:1')).toEqual(without(plain.events, 'fish:1'));
  });

  it('a cut link into the answer silences its source until it is restored (R58)', async () => {
    const options: TestDocument = {
      talk: { family: 'weights', every: 100 },
      fish: { count: 2 },
      run: { rounds: 4 },
    };
    const { events } = await run(options, [
      { round: 2, command: { type: 'cut-link', link: link('say-fish-2') } },
      { round: 3, command: { type: 'restore-link', link: link('say-fish-2') } },
    ]);
    const swarm = seriesOf(events, 'swarm/loss');
    const first = seriesOf(events, 'fish/fish-1/loss');
    expect(swarm.get(2)).toBeCloseTo(first.get(2)!, 5);
    expect(swarm.get(3)).not.toBeCloseTo(first.get(3)!, 5);
  });

  it('cut weights links keep fish apart; a pair of fish can be cut alone', async () => {
    const options: TestDocument = { talk: { family: 'weights' }, fish: { count: 2 }, run: { rounds: 3 } };
    const cut = (id: string): RunCommand => ({ type: 'cut-link', link: link(id) });
    const { events } = await run(options, [
      { round: 2, command: cut('fish-1-fish-2') },
      {
        round: 2,
        command: { type: 'cut-link', link: link('fish-2-fish-1'), from: fish('fish-2'), to: fish('fish-1') },
      },
    ]);
    const loss = (id: string, round: number) => seriesOf(events, `fish/${id}/loss`).get(round);
    expect(loss('fish-1', 1)).toBeCloseTo(loss('fish-2', 1)!, 5);
    expect(Math.abs(loss('fish-1', 3)! - loss('fish-2', 3)!)).toBeGreaterThan(1e-3);
    expect(seriesOf(events, 'swarm/messageBytes').get(3) ?? 0).toBe(0);
  });

  it('change how strongly a fish follows its school (R62)', async () => {
    const options: TestDocument = { fish: { alignment: 0.001 }, run: { rounds: 4 } };
    const plain = await run(options);
    const set = (rule: 'alignment' | 'separation', value: number): RunCommand => ({
      type: 'set-school-rule',
      fish: fish('fish:1'),
      rule,
      value,
    });
    const { events } = await run(options, [{ round: 3, command: set('alignment', 3) }]);
    const loss = (id: string, round: number, of: readonly RunEvent[]) =>
      seriesOf(of, `fish/${id}/loss`).get(round);
    expect(loss('fish:1', 2, events)).toBe(loss('fish:1', 2, plain.events));
    expect(loss('fish:1', 3, events)).not.toBe(loss('fish:1', 3, plain.events));
  });

  it('refuse what makes no sense with a sentence (R59)', async () => {
    const refused: string[] = [];
    await bench.run(testDocument({ run: { rounds: 1 } }), {
      watch: (event, live) => {
        if (event.type !== 'metrics' || refused.length > 0) return undefined;
        for (const command of [
          { type: 'cut-link', link: link('nowhere') },
          { type: 'cut-link', link: link('say-fish'), from: fish('fish:1') },
          { type: 'cut-link', link: link('say-fish'), from: fish('fish:1'), to: fish('fish:2') },
          { type: 'freeze-fish', fish: fish('fish:9') },
          { type: 'set-school-rule', fish: fish('fish:1'), rule: 'cohesion', value: 1 },
        ] as const) {
          try {
            live.command(command);
          } catch (error) {
            refused.push(String(error));
          }
        }
        return undefined;
      },
    });
    expect(refused).toHaveLength(5);
    expect(refused[0]).toContain('no link "nowhere"');
    expect(refused[3]).toContain('no fish "fish:9"');
    expect(refused[4]).toContain('follows no rule of schooling');
  });

  it('a language model has no labels to flip', async () => {
    const document = testDocument({
      dataset: { task: 'tiny-language', examples: 200, tokenizer: 'char' },
      fish: { count: 1, context: 16 },
      goal: { task: 'language-modelling', metric: 'perplexity' },
      run: { rounds: 1, local: { unit: 'steps', amount: 2 } },
    });
    const { events } = await bench.run(document, {
      watch: (event, live) => {
        if (event.type !== 'state' || event.state !== 'preparing') return undefined;
        live.command({ type: 'corrupt-fish', fish: fish('fish'), kind: 'label-flip', amount: 1 });
        return undefined;
      },
    });
    expect(warnings(events).join()).toContain('has no labels to flip');
  });

  it('all of it goes on after a resume as if nothing had happened (R17)', async () => {
    const options: TestDocument = {
      talk: { family: 'prediction' },
      run: { rounds: 5, checkpointEvery: 3 },
    };
    const commands: Timed[] = [
      { round: 1, command: { type: 'freeze-fish', fish: fish('fish-1') } },
      { round: 2, command: { type: 'corrupt-fish', fish: fish('fish-2'), kind: 'label-flip', amount: 1 } },
      { round: 2, command: { type: 'corrupt-fish', fish: fish('fish-2'), kind: 'sign-flip', amount: 1 } },
      { round: 3, command: { type: 'set-link-strength', link: link('fish-1-fish-3'), value: 0.25 } },
      { round: 3, command: { type: 'replace-fish', fish: fish('fish-3') } },
    ];
    const whole = await run(options, commands);
    const handle = bench.create(testDocument(options));
    const give = giving(commands);
    await bench.run(testDocument(options), {
      handle,
      watch: (event) => (event.type === 'metrics' && event.round === 4 ? { type: 'stop' } : give(event)),
    });
    const resumed = await bench.run(testDocument(options), { handle, resume: true });
    const later = (events: readonly RunEvent[]) => training(events.filter(({ round }) => round >= 4));
    expect(later(resumed.events)).toEqual(later(whole.events));
    expect(repeatable(whole.events).length).toBeGreaterThan(0);
  });
});
