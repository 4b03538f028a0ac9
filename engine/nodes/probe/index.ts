import { z } from 'zod';
import { counted, t } from '../../core/text.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';

const schema = z.strictObject({
  examples: z.int().min(0).max(50).default(3),
});

const fields = {
  examples: {
    label: t`Examples`,
    help: t`How many validation examples it shows with what was predicted for them.`,
    section: t`Probe`,
    control: 'slider',
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const probe: NodeKind<typeof schema> = {
  kind: 'probe',
  family: 'test',
  label: t`Probe`,
  help: t`Measures and shows what a fish or an aggregator predicts, without changing it.`,
  schema,
  fields,
  ports: () => [
    {
      id: 'prediction',
      direction: 'in',
      type: 'prediction',
      label: t`Predictions`,
      help: t`What to look at: a fish, a school or an aggregator.`,
      maxLinks: 1,
      required: true,
    },
  ],
  validate: () => [],
  lower(context, plan) {
    for (const source of aggregatorInputs(context, plan)) {
      plan.addProbe({ nodeId: context.id, source, examples: context.params.examples });
    }
  },
  badge: ({ examples }) => counted(examples, '{0} example', '{0} examples'),
};
