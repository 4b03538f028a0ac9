import { describe, expect, it } from 'vitest';
import { buildSwarm } from '#engine/document/build.testing.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { TEMPLATES } from '../../gallery/templates.ts';
import { answerWay } from './answerWay.ts';
import { explainShortly, explainStep } from './explainStep.ts';
import { labelWord } from './labelWord.ts';

const document = TEMPLATES.find(({ id }) => id === 'hierarchical')!.document;
const fishIds = Object.entries(document.nodes).filter(([, node]) => node.kind === 'fish');
const cascadeId = Object.entries(document.nodes).find(([, node]) => node.kind === 'cascade')?.[0] ?? '';

/** An answer of the hierarchical template in which the level `chosen` answered. */
function prediction(chosen: string): Prediction {
  const fish = fishIds.map(([id], at) => ({
    id,
    nodeId: id,
    label: id === chosen ? 'positive' : 'negative',
    confidence: 0.6 + at / 10,
    alive: true,
    reads: [],
  }));
  return {
    text: 'a text',
    label: 'positive',
    confidence: 0.9,
    scores: { positive: 0.9, negative: 0.1 },
    fish,
    path: [
      {
        nodeId: cascadeId,
        label: 'positive',
        confidence: 0.9,
        weights: fish.map(({ id }) => ({ source: id, weight: id === chosen ? 1 : 0 })),
      },
    ],
  };
}

describe('the way of an answer', () => {
  const [chosen = ''] = fishIds.map(([id]) => id);
  const way = answerWay(document, prediction(chosen));

  it('leads over the links of the level that answered, and over no other', () => {
    const into = Object.entries(document.links).filter(
      ([, { to }]) => to.node === cascadeId && to.port === 'prediction',
    );
    expect(into.length).toBeGreaterThan(1);
    for (const [id, link] of into) {
      const passed = way.links.get(id as never);
      expect(passed).toMatchObject({
        used: link.from.node === chosen,
        weight: link.from.node === chosen ? 1 : 0,
        label: link.from.node === chosen ? 'positive' : 'negative',
      });
    }
    expect([...way.nodes]).toEqual(expect.arrayContaining([chosen, cascadeId]));
    expect(way.nodes.size).toBe(3);
  });

  it('shows what the cascade handed to the goal', () => {
    const last = Object.entries(document.links).find(([, { from }]) => from.node === cascadeId)?.[0];
    expect(way.links.get(last as never)).toMatchObject({
      label: 'positive',
      share: 0.9,
      weight: null,
      used: true,
    });
  });
});

describe('the way of an answer through layers of fish', () => {
  it('leads back over what a fish read, and not over those it only learns from', () => {
    const layers = buildSwarm(
      { first: ['fish'], dead: ['fish'], teacher: ['fish'], second: ['fish'], goal: ['goal'] },
      [
        'first.prediction -> second.proposals',
        'dead.prediction -> second.proposals',
        'teacher.prediction -> second.prediction',
        'second.prediction -> goal.prediction',
      ],
    );
    const said = (id: string, alive: boolean, reads: { source: string; weight: number }[] = []) => ({
      id,
      nodeId: id,
      label: 'yes',
      confidence: 0.8,
      alive,
      reads,
    });
    const { links, nodes } = answerWay(layers, {
      text: '',
      label: 'yes',
      confidence: 0.8,
      scores: { yes: 0.8 },
      fish: [
        said('first', true),
        said('dead', false),
        said('teacher', true),
        said('second', true, [{ source: 'first', weight: 1 }]),
      ],
      path: [],
    });
    expect([...nodes].toSorted()).toEqual(['first', 'goal', 'second']);
    expect([...links].map(([id, { used }]) => [id, used])).toEqual([
      ['link-4', true],
      ['link-1', true],
    ]);
  });
});

describe('why an aggregator decided so', () => {
  const name = (id: string): string => id.toUpperCase();
  const voices = (weights: readonly number[], labels: readonly string[]): Prediction => ({
    text: '',
    label: 'yes',
    confidence: 0.8,
    scores: {},
    fish: labels.map((label, at) => ({
      id: `f${at}`,
      nodeId: 'f',
      label,
      confidence: 0.7,
      alive: true,
      reads: [],
    })),
    path: [
      {
        nodeId: 'a',
        label: 'yes',
        confidence: 0.8,
        weights: weights.map((weight, at) => ({ source: `f${at}`, weight })),
      },
    ],
  });
  const say = (kind: string, weights: readonly number[], labels: readonly string[]): string => {
    const asked = voices(weights, labels);
    return explainStep(kind, asked.path[0]!, asked, name);
  };

  it('counts votes', () => {
    expect(say('vote', [0.4, 0.3, 0.3], ['yes', 'yes', 'no'])).toBe(
      '2 of 3 voices said yes, 70.0 % of the votes.',
    );
  });
  it('names the level of a cascade and how sure the others were', () => {
    expect(say('cascade', [0, 1], ['no', 'yes'])).toBe(
      'F1 answered, 70.0 % sure when calibrated. F0 was 70.0 % sure.',
    );
    const asked = voices([0, 1], ['no', 'yes']);
    const step = asked.path[0]!;
    const calibrated = step.weights.map((one, at) => ({ ...one, sureness: [0.41, 0.93][at]! }));
    expect(explainStep('cascade', { ...step, weights: calibrated }, asked, name)).toBe(
      'F1 answered, 93.0 % sure when calibrated. F0 was 41.0 % sure.',
    );
    const deeper = step.weights.map((one, at) => (at === 1 ? { ...one, sureness: 0.93 } : one));
    expect(explainStep('cascade', { ...step, weights: deeper }, asked, name)).toBe(
      'F1 answered, 93.0 % sure when calibrated.',
    );
  });
  it('gives the shares of a gate', () => {
    expect(say('gate', [0.2, 0.8], ['no', 'yes'])).toBe('The gate listened to F1 (80.0 %), F0 (20.0 %).');
  });
  it('tells even from uneven weights, and who was not heard', () => {
    expect(say('average', [0.5, 0.5], ['yes', 'no'])).toMatch(/all with the same weight; 1 of them said yes/);
    expect(say('weighted', [0.9, 0.1], ['yes', 'no'])).toMatch(/most weight on F0 \(90.0 %\)/);
    expect(say('average', [1, 0], ['yes', 'no'])).toBe('Only F0 was heard.');
    const asked = voices([0.9, 0.1], ['yes', 'no']);
    expect(explainShortly('weighted', asked.path[0]!, asked, name)).toBe('1 of 2 agree');
  });
  it('names tokens that are no text, and quotes the others', () => {
    const asked = { ...voices([0.5, 0.5], ['the', '<eos>']), continuation: ' the end' };
    const said = (label: string) => {
      const step = { ...asked.path[0]!, label };
      return explainStep('average', step, asked, name);
    };
    expect(said('<eos>')).toMatch(/1 of them said end of text\.$/);
    expect(said('the')).toMatch(/1 of them said “the”\.$/);
    expect(labelWord(asked, '<eos>')).toBe('end of text');
    expect(labelWord(voices([1], ['<eos>']), '<eos>')).toBe('<eos>');
  });
});
