import { z } from 'zod';
import { t } from '../../core/text.ts';
import { nodeProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { AGGREGATOR_PORTS } from '../predictionPorts.ts';

const schema = z.strictObject({
  ridge: z.number().min(0).max(10).default(0.3),
  learningRate: z.number().min(0.0001).max(1).default(0.02),
  steps: z.int().min(1).max(1000).default(30),
});

const fields = {
  ridge: {
    label: t`Ridge`,
    help: t`How strongly the weights are pulled back to the plain average: more for few examples.`,
    section: t`Learning`,
    control: 'number',
  },
  learningRate: {
    label: t`Learning rate`,
    help: t`Of Adam, on rows that no fish learns from.`,
    section: t`Learning`,
    control: 'log-slider',
  },
  steps: {
    label: t`Steps a round`,
    help: t`How many optimizer steps it takes after the local steps of the fish.`,
    section: t`Learning`,
    control: 'number',
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const stacking: NodeKind<typeof schema> = {
  kind: 'stacking',
  family: 'decide',
  label: t`Stacking`,
  help: t`A small model that learns what to make of the predictions (Wolpert 1992): whom to believe about which class.`,
  schema,
  fields,
  ports: () => AGGREGATOR_PORTS,
  validate({ id, task }) {
    if (task !== 'language-modelling') return [];
    return [
      nodeProblem(id, {
        code: 'task-mismatch',
        message: t`Stacking learns a weight for every pair of classes, which a vocabulary has far too many of: use a gate, or average the fish.`,
      }),
    ];
  },
  lower(context, plan) {
    plan.addAggregator({
      kind: 'stacking',
      nodeId: context.id,
      name: context.node.name ?? context.id,
      inputs: aggregatorInputs(context, plan),
      ...context.params,
    });
  },
  badge: () => t`learned`,
};
