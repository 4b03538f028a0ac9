import { z } from 'zod';
import { t } from '../../core/text.ts';
import { voicesHeard } from '../../document/graph.ts';
import { nodeProblem, paramProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { AGGREGATOR_PORTS } from '../predictionPorts.ts';

const schema = z.strictObject({
  mode: z.enum(['learned', 'adaptive']).default('learned'),
  top: z.int().min(1).max(256).default(2),
  width: z.int().min(1).max(256).default(16),
  noise: z.boolean().default(true),
  balance: z.number().min(0).max(10).default(0.01),
  ridge: z.number().min(0).max(10).default(0.003),
  learningRate: z.number().min(0.0001).max(1).default(0.02),
  steps: z.int().min(1).max(1000).default(30),
  eta: z.number().min(0).max(100).default(4),
  alpha: z.number().min(0).max(1).default(0.05),
});

const learned = { visible: ({ mode }: Readonly<Record<string, unknown>>) => mode === 'learned' };
const adaptive = { visible: ({ mode }: Readonly<Record<string, unknown>>) => mode === 'adaptive' };

const fields = {
  mode: {
    label: t`Gate`,
    help: t`Learned: reads the text and chooses its experts (arXiv 1701.06538). Adaptive: follows whoever is right at the moment (fixed share, Herbster and Warmuth 1998).`,
    section: t`Decision`,
    control: 'select',
    options: { learned: t`Learned, text by text`, adaptive: t`Adaptive, in time` },
  },
  top: {
    label: t`Experts a text`,
    help: t`How many of the fish answer each text; the others are not heard.`,
    section: t`Decision`,
    control: 'number',
    unit: t`fish`,
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
    unit: t`steps`,
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
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const gate: NodeKind<typeof schema> = {
  kind: 'gate',
  family: 'decide',
  label: t`Gate`,
  help: t`A mixture of experts: sends each text to the fish that know it, or follows who is right at the moment.`,
  schema,
  fields,
  ports: () => AGGREGATOR_PORTS,
  validate({ id, params, document }) {
    const voices = voicesHeard(document, id);
    if (voices === 0) return [];
    if (voices === 1) {
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
    const { mode, eta, alpha, ...rest } = context.params;
    const common = {
      kind: 'gate',
      nodeId: context.id,
      name: context.node.name ?? context.id,
      inputs: aggregatorInputs(context, plan),
    } as const;
    plan.addAggregator(mode === 'adaptive' ? { ...common, mode, eta, alpha } : { ...common, mode, ...rest });
  },
  badge: ({ mode, top }) => (mode === 'adaptive' ? t`fixed share` : t`top ${top}`),
};
