import { expect, it } from 'vitest';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { nodeAnswer } from './nodeAnswer.ts';

const said = (id: string, nodeId: string, label: string, alive = true): Prediction['fish'][number] => ({
  id,
  nodeId,
  label,
  confidence: 0.9,
  alive,
  reads: [],
});
const prediction: Prediction = {
  text: 'a fine film',
  label: 'good',
  confidence: 0.8,
  scores: { good: 0.8, bad: 0.2 },
  fish: [
    said('school/1', 'school', 'good'),
    said('school/2', 'school', 'bad', false),
    said('school/3', 'school', 'bad'),
    said('school/4', 'school', 'good'),
    said('loner', 'loner', 'bad'),
    said('gone', 'gone', 'bad', false),
  ],
  path: [{ nodeId: 'average', label: 'good', confidence: 0.8, weights: [] }],
};

it('tells what most of the living fish of a school said', () => {
  expect(nodeAnswer(prediction, 'school')).toEqual({ label: 'good', share: 2 / 3, voices: 3 });
});

it('tells the confidence of a single fish and of an aggregator', () => {
  expect(nodeAnswer(prediction, 'loner')).toEqual({ label: 'bad', share: 0.9, voices: 1 });
  expect(nodeAnswer(prediction, 'average')).toEqual({ label: 'good', share: 0.8, voices: 1 });
});

it('says nothing for dead fish and for nodes without a voice', () => {
  expect(nodeAnswer(prediction, 'gone')).toBeNull();
  expect(nodeAnswer(prediction, 'dataset')).toBeNull();
});
