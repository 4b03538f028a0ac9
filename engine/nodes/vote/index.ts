import { z } from 'zod';
import { t } from '../../core/text.ts';
import { nodeProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { AGGREGATOR_PORTS } from '../predictionPorts.ts';

const schema = z.strictObject({
  ties: z.enum(['confidence', 'first']).default('confidence'),
});

const fields = {
  ties: {
    label: t`Ties`,
    help: t`Between classes with equally many votes: the one with more confidence, or the first class.`,
    section: t`Decision`,
    control: 'select',
    options: { confidence: t`More confidence`, first: t`First class` },
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const vote: NodeKind<typeof schema> = {
  kind: 'vote',
  family: 'decide',
  label: t`Vote`,
  help: t`Every living fish has one vote, times the strength of its link; the class with most votes wins.`,
  schema,
  fields,
  ports: () => AGGREGATOR_PORTS,
  validate({ id, task }) {
    if (task !== 'language-modelling') return [];
    return [
      nodeProblem(id, {
        code: 'task-mismatch',
        message: t`A vote names one winner and gives no probabilities, so language modelling cannot use it: average the fish instead.`,
      }),
    ];
  },
  lower(context, plan) {
    plan.addAggregator({
      kind: 'vote',
      nodeId: context.id,
      name: context.node.name ?? context.id,
      inputs: aggregatorInputs(context, plan),
      ties: context.params.ties,
    });
  },
  badge: () => t`majority`,
};
