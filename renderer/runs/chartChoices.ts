import type { LineChoice } from './useLearningLines.ts';

export interface ChartChoice {
  readonly title: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly lines: LineChoice;
}

/** What a chart of a run can show. */
export const CHARTS = {
  accuracy: {
    title: 'Accuracy, validation',
    unit: '%',
    percent: true,
    lines: { swarm: 'accuracy', fish: 'accuracy' },
  },
  loss: { title: 'Loss, validation', unit: 'nats', percent: false, lines: { swarm: 'loss', fish: 'loss' } },
  trainLoss: {
    title: 'Loss, training',
    unit: 'nats',
    percent: false,
    lines: { swarm: null, fish: 'trainLoss' },
  },
  perplexity: {
    title: 'Perplexity',
    unit: '',
    percent: false,
    lines: { swarm: 'perplexity', fish: 'perplexity' },
  },
  macroF1: { title: 'Macro F1', unit: '%', percent: true, lines: { swarm: 'macroF1', fish: 'macroF1' } },
  ece: { title: 'Calibration error', unit: '%', percent: true, lines: { swarm: 'ece', fish: 'ece' } },
  diversity: {
    title: 'Diversity',
    unit: '% disagree',
    percent: true,
    lines: { swarm: 'diversity', fish: null },
  },
  consensus: {
    title: 'Consensus',
    unit: '% agree',
    percent: true,
    lines: { swarm: 'consensus', fish: null },
  },
  gradNorm: { title: 'Gradient norm', unit: '', percent: false, lines: { swarm: null, fish: 'gradNorm' } },
  learningRate: {
    title: 'Learning rate',
    unit: '',
    percent: false,
    lines: { swarm: null, fish: 'learningRate' },
  },
} satisfies Record<string, ChartChoice>;
export type ChartName = keyof typeof CHARTS;
