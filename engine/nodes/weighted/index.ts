import { z } from 'zod';
import { t } from '../../core/text.ts';
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
    label: t`Weights from`,
    help: t`The strength of the links; how well each voice does on validation; or Hedge (Freund and Schapire 1997), which learns from every evaluation.`,
    section: t`Decision`,
    control: 'select',
    options: { fixed: t`Link strengths`, validation: t`Validation`, hedge: t`Hedge` },
  },
  temperature: {
    label: t`Temperature`,
    help: t`Small values trust the best voice alone, large values trust all alike.`,
    section: t`Decision`,
    control: 'log-slider',
    visible: (params) => params.by === 'validation',
  },
  eta: {
    label: t`Learning rate`,
    help: t`How fast Hedge takes weight from a voice that errs.`,
    section: t`Decision`,
    control: 'number',
    visible: (params) => params.by === 'hedge',
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

const BADGES = { fixed: t`fixed`, validation: t`validation`, hedge: 'Hedge' } as const;

export const weighted: NodeKind<typeof schema> = {
  kind: 'weighted',
  family: 'decide',
  label: t`Weighted`,
  help: t`A weighted mean: fixed weights, weights from validation, or weights learned by Hedge.`,
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
        message: t`Its weights are the strengths of its links, and all of them are 0: give at least one link a strength.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'by',
          value: 'validation',
          label: t`Weigh by validation instead`,
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
  badge: ({ by }) => BADGES[by],
};
