import { z } from 'zod';
import { t } from '../../core/text.ts';
import { voicesHeard } from '../../document/graph.ts';
import { nodeProblem, paramProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { AGGREGATOR_PORTS } from '../predictionPorts.ts';
import { units } from '../units.ts';

const schema = z.strictObject({
  mode: z.enum(['learned', 'adaptive', 'majority']).default('learned'),
  top: z.int().min(1).max(256).default(2),
  width: z.int().min(1).max(256).default(16),
  noise: z.boolean().default(true),
  balance: z.number().min(0).max(10).default(0.01),
  ridge: z.number().min(0).max(10).default(0.003),
  learningRate: z.number().min(0.0001).max(1).default(0.02),
  steps: z.int().min(1).max(1000).default(30),
  eta: z.number().min(0).max(100).default(4),
  alpha: z.number().min(0).max(1).default(0.05),
  beta: z.number().min(0.01).max(0.99).default(0.5),
  theta: z.number().min(0).max(0.99).default(0.01),
  period: z.int().min(1).max(1000).default(4),
  tolerate: z.number().min(0).max(1).default(0.25),
  most: z.int().min(1).max(64).default(6),
});

const learned = { visible: ({ mode }: Readonly<Record<string, unknown>>) => mode === 'learned' };
const adaptive = { visible: ({ mode }: Readonly<Record<string, unknown>>) => mode === 'adaptive' };
const majority = { visible: ({ mode }: Readonly<Record<string, unknown>>) => mode === 'majority' };

const fields = {
  mode: {
    label: t`Gate`,
    help: t`Learned: reads the text and chooses its experts (arXiv 1701.06538). Adaptive: follows whoever is right at the moment (fixed share, Herbster and Warmuth 1998). Self-renewing: experts that err leave, and fresh ones enter when the swarm errs (dynamic weighted majority, Kolter and Maloof 2007).`,
    section: t`Decision`,
    control: 'select',
    options: {
      learned: t`Learned per text`,
      adaptive: t`Adaptive, in time`,
      majority: t`Self-renewing`,
    },
  },
  top: {
    label: t`Experts a text`,
    help: t`How many of the fish answer each text; the others are not heard.`,
    section: t`Decision`,
    control: 'number',
    unit: units.fish,
    ...learned,
  },
  width: {
    label: t`Width`,
    help: t`Size of the gate's own token embeddings, whose mean is all it sees of a text.`,
    section: t`Decision`,
    control: 'number',
    advanced: true,
    ...learned,
  },
  noise: {
    label: t`Noise`,
    help: t`Adds learned noise while it learns (noisy top-k), so that every expert is tried.`,
    section: t`Learning`,
    control: 'switch',
    ...learned,
  },
  balance: {
    label: t`Balance`,
    help: t`Factor of the losses that keep importance and load of the experts even; 0: let one do it all.`,
    section: t`Learning`,
    control: 'number',
    ...learned,
  },
  ridge: {
    label: t`Ridge`,
    help: t`How strongly the gate is pulled back to trusting all experts alike: more for few examples.`,
    section: t`Learning`,
    control: 'number',
    ...learned,
  },
  learningRate: {
    label: t`Learning rate`,
    help: t`Of Adam, on rows that no fish learns from.`,
    section: t`Learning`,
    control: 'log-slider',
    ...learned,
  },
  steps: {
    label: t`Steps a round`,
    help: t`How many optimizer steps it takes after the local steps of the fish.`,
    section: t`Learning`,
    control: 'number',
    ...learned,
  },
  eta: {
    label: t`Learning rate`,
    help: t`How fast it takes weight from an expert that errs.`,
    section: t`Decision`,
    control: 'number',
    ...adaptive,
  },
  alpha: {
    label: t`Share`,
    help: t`The part of all weight that is dealt out evenly after each evaluation, so that nobody is locked out.`,
    section: t`Decision`,
    control: 'slider',
    ...adaptive,
  },
  beta: {
    label: t`Beta`,
    help: t`What is left of an expert's weight after a mistake; it is charged for five texts an evaluation.`,
    section: t`Decision`,
    control: 'slider',
    ...majority,
  },
  theta: {
    label: t`Theta`,
    help: t`An expert whose weight falls below this share of the largest leaves, and waits in reserve.`,
    section: t`Decision`,
    control: 'number',
    ...majority,
  },
  period: {
    label: t`Period`,
    help: t`How many evaluations pass between one change and the next: time for a fresh expert to learn.`,
    section: t`Decision`,
    control: 'number',
    unit: units.evaluations,
    ...majority,
  },
  tolerate: {
    label: t`Errors borne`,
    help: t`A fresh expert enters when more than this share of the gate's answers is wrong.`,
    section: t`Decision`,
    control: 'slider',
    ...majority,
  },
  most: {
    label: t`Most fish`,
    help: t`How many experts there may be, those in reserve included; then a fresh one takes the place of the lightest.`,
    section: t`Decision`,
    control: 'number',
    unit: units.fish,
    ...majority,
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const gate: NodeKind<typeof schema> = {
  kind: 'gate',
  family: 'decide',
  label: t`Gate`,
  help: t`A mixture of experts: sends each text to the fish that know it, or follows who is right at the moment.`,
  schema,
  fields,
  ports: () => AGGREGATOR_PORTS,
  validate({ id, params, document, incoming }) {
    const voices = voicesHeard({ document, incoming });
    if (voices === 0) return [];
    if (voices === 1 && params.mode !== 'majority') {
      return [
        nodeProblem(id, {
          code: 'too-few-voices',
          severity: 'warning',
          message: t`The gate has one expert and nothing to choose from: link more fish.`,
        }),
      ];
    }
    if (params.mode !== 'learned' || params.top <= voices) return [];
    return [
      paramProblem(id, 'top', {
        code: 'too-few-voices',
        message: t`The gate is to ask ${params.top} experts about each text, but only ${voices} are linked: ask fewer, or link more fish.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'top',
          value: Math.min(voices, 2),
          label: t`Ask ${Math.min(voices, 2)}`,
        },
      }),
    ];
  },
  lower(context, plan) {
    const { mode, eta, alpha, beta, theta, period, tolerate, most, ...rest } = context.params;
    const common = {
      kind: 'gate',
      nodeId: context.id,
      name: context.node.name ?? context.id,
      inputs: aggregatorInputs(context, plan),
    } as const;
    switch (mode) {
      case 'learned':
        plan.addAggregator({ ...common, mode, ...rest });
        break;
      case 'adaptive':
        plan.addAggregator({ ...common, mode, eta, alpha });
        break;
      case 'majority':
        plan.addAggregator({ ...common, mode, beta, theta, period, tolerate, most });
        break;
    }
  },
  badge: ({ mode, top }) =>
    mode === 'learned' ? t`top ${top}` : mode === 'adaptive' ? t`fixed share` : t`self-renewing`,
};
