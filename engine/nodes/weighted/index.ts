import { z } from 'zod';
import { nodeProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { AGGREGATOR_PORTS } from '../predictionPorts.ts';

const schema = z.strictObject({
  by: z.enum(['fixed', 'validation', 'hedge']).default('validation'),
  temperature: z.number().min(0.001).max(100).default(0.1),
  eta: z.number().min(0).max(100).default(1),
});

const fields = {
  by: {
    label: 'Weights from',
    help: 'The strength of the links; how well each voice does on validation; or Hedge (Freund and Schapire 1997), which learns from every evaluation.',
    section: 'Decision',
    control: 'select',
    options: { fixed: 'Link strengths', validation: 'Validation', hedge: 'Hedge' },
  },
  temperature: {
    label: 'Temperature',
    help: 'Small values trust the best voice alone, large values trust all alike.',
    section: 'Decision',
    control: 'log-slider',
    visible: (params) => params.by === 'validation',
  },
  eta: {
    label: 'Learning rate',
    help: 'How fast Hedge takes weight from a voice that errs.',
    section: 'Decision',
    control: 'number',
    visible: (params) => params.by === 'hedge',
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const weighted: NodeKind<typeof schema> = {
  kind: 'weighted',
  family: 'decide',
  label: 'Weighted',
  help: 'A weighted mean: fixed weights, weights from validation, or weights learned by Hedge.',
  schema,
  fields,
  ports: () => AGGREGATOR_PORTS,
  validate({ id, incoming, params }) {
    const heard = incoming.filter(({ link }) => link.to.port === 'prediction');
    const first = heard[0];
    if (params.by !== 'fixed' || first === undefined || heard.some(({ link }) => link.params.strength > 0))
      return [];
    return [
      nodeProblem(id, {
        code: 'weights-missing',
        message:
          'Its weights are the strengths of its links, and all of them are 0: give at least one link a strength.',
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'by',
          value: 'validation',
          label: 'Weigh by validation instead',
        },
      }),
    ];
  },
  lower(context, plan) {
    plan.addAggregator({
      kind: 'weighted',
      nodeId: context.id,
      name: context.node.name ?? context.id,
      inputs: aggregatorInputs(context, plan),
      by: context.params.by,
      temperature: context.params.temperature,
      eta: context.params.eta,
    });
  },
  badge: ({ by }) => (by === 'hedge' ? 'Hedge' : by),
};
