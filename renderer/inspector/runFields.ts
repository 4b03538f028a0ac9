import type { RunSettings } from '#engine/document/schema.ts';
import type { FieldSpec } from '#engine/nodes/kind.ts';

/** How the inspector shows the run settings; `local` is a pair and has a field of its own. */
export const runFields: Readonly<Record<Exclude<keyof RunSettings, 'local'>, FieldSpec>> = {
  rounds: {
    label: 'Rounds',
    help: 'A round: local learning, talk, decision, evaluation.',
    section: 'Run',
    control: 'number',
  },
  batchSize: {
    label: 'Batch',
    help: 'Examples a fish sees in one step.',
    section: 'Run',
    control: 'log-slider',
  },
  seed: {
    label: 'Seed',
    help: 'The same seed on the same machine gives the same run.',
    section: 'Run',
    control: 'number',
  },
  executor: {
    label: 'Executor',
    help: 'What computes. Automatic takes the fastest that works here.',
    section: 'Run',
    control: 'select',
    options: { auto: 'Automatic', onnx: 'ONNX Runtime', tfjs: 'TensorFlow.js' },
  },
  evaluateEvery: {
    label: 'Evaluate every',
    help: 'Rounds between two measurements on validation.',
    section: 'Run',
    control: 'number',
    unit: 'rounds',
    advanced: true,
  },
  checkpointEvery: {
    label: 'Checkpoint every',
    help: 'Rounds between two checkpoints: at most so much is lost when the machine fails.',
    section: 'Run',
    control: 'number',
    unit: 'rounds',
    advanced: true,
  },
};
