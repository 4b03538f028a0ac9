import { z } from 'zod';
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
    label: 'Gate',
    help: 'Learned: reads the text and chooses its experts (arXiv 1701.06538). Adaptive: follows whoever is right at the moment (fixed share, Herbster and Warmuth 1998).',
    section: 'Decision',
    control: 'select',
    options: { learned: 'Learned, text by text', adaptive: 'Adaptive, in time' },
  },
  top: {
    label: 'Experts a text',
    help: 'How many of the fish answer each text; the others are not heard.',
    section: 'Decision',
    control: 'number',
    unit: 'fish',
    ...learned,
  },
  width: {
    label: 'Width',
    help: "Size of the gate's own token embeddings, whose mean is all it sees of a text.",
    section: 'Decision',
    control: 'number',
    advanced: true,
    ...learned,
  },
  noise: {
    label: 'Noise',
    help: 'Adds learned noise while it learns (noisy top-k), so that every expert is tried.',
    section: 'Learning',
    control: 'switch',
    ...learned,
  },
  balance: {
    label: 'Balance',
    help: 'Factor of the losses that keep importance and load of the experts even; 0: let one do it all.',
    section: 'Learning',
    control: 'number',
    ...learned,
  },
  ridge: {
    label: 'Ridge',
    help: 'How strongly the gate is pulled back to trusting all experts alike: more for few examples.',
    section: 'Learning',
    control: 'number',
    ...learned,
  },
  learningRate: {
    label: 'Learning rate',
    help: 'Of Adam, on rows that no fish learns from.',
    section: 'Learning',
    control: 'log-slider',
    ...learned,
  },
  steps: {
    label: 'Steps a round',
    help: 'How many optimizer steps it takes after the local steps of the fish.',
    section: 'Learning',
    control: 'number',
    unit: 'steps',
    ...learned,
  },
  eta: {
    label: 'Learning rate',
    help: 'How fast it takes weight from an expert that errs.',
    section: 'Decision',
    control: 'number',
    ...adaptive,
  },
  alpha: {
    label: 'Share',
    help: 'The part of all weight that is dealt out evenly after each evaluation, so that nobody is locked out.',
    section: 'Decision',
    control: 'slider',
    ...adaptive,
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const gate: NodeKind<typeof schema> = {
  kind: 'gate',
  family: 'decide',
  label: 'Gate',
  help: 'A mixture of experts: sends each text to the fish that know it, or follows who is right at the moment.',
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
          message: 'The gate has one expert and nothing to choose from: link more fish.',
        }),
      ];
    }
    if (params.mode !== 'learned' || params.top <= voices) return [];
    return [
      paramProblem(id, 'top', {
        code: 'too-few-voices',
        message: `The gate is to ask ${params.top} experts about each text, but only ${voices} are linked: ask fewer, or link more fish.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'top',
          value: Math.min(voices, 2),
          label: `Ask ${Math.min(voices, 2)}`,
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
  badge: ({ mode, top }) => (mode === 'adaptive' ? 'fixed share' : `top ${top}`),
};
