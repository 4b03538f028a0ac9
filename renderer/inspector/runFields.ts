import { t } from '#engine/core/text.ts';
import type { RunSettings } from '#engine/document/schema.ts';
import type { FieldSpec } from '#engine/nodes/kind.ts';
import { units } from '#engine/nodes/units.ts';

/** How the inspector shows the run settings; `local` is a pair and has a field of its own. */
export const runFields: Readonly<Record<Exclude<keyof RunSettings, 'local'>, FieldSpec>> = {
  rounds: {
    label: t`Rounds`,
    help: t`A round: local learning, talk, decision, evaluation.`,
    section: t`Run settings`,
    control: 'number',
  },
  batchSize: {
    label: t`Batch`,
    help: t`Examples a fish sees in one step.`,
    section: t`Run settings`,
    control: 'log-slider',
  },
  seed: {
    label: t`Seed`,
    help: t`The same seed on the same machine gives the same run.`,
    section: t`Run settings`,
    control: 'number',
  },
  executor: {
    label: t`Executor`,
    help: t`What computes. Automatic takes the fastest that works here.`,
    section: t`Run settings`,
    control: 'select',
    options: { auto: t`Automatic`, onnx: t`ONNX Runtime`, tfjs: t`TensorFlow.js` },
  },
  evaluateEvery: {
    label: t`Evaluate every`,
    help: t`Rounds between two measurements on validation.`,
    section: t`Run settings`,
    control: 'number',
    unit: units.rounds,
    advanced: true,
  },
  checkpointEvery: {
    label: t`Checkpoint every`,
    help: t`Rounds between two checkpoints: at most so much is lost when the machine fails.`,
    section: t`Run settings`,
    control: 'number',
    unit: units.rounds,
    advanced: true,
  },
};
