import { z } from 'zod';
import { counted, t, withinSentence } from '../../core/text.ts';
import { voicesHeard } from '../../document/graph.ts';
import { paramProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { AGGREGATOR_PORTS } from '../predictionPorts.ts';
import { units } from '../units.ts';

const schema = z.strictObject({
  by: z.enum(['median', 'trimmed', 'geometric', 'krum', 'multi-krum']).default('median'),
  trim: z.number().min(0.01).max(0.49).default(0.25),
  liars: z.int().min(0).max(126).default(1),
});

const isKrum = (by: unknown): boolean => by === 'krum' || by === 'multi-krum';

const fields = {
  by: {
    label: t`Method`,
    help: t`Median and trimmed mean (arXiv 1803.01498) look at one class at a time; the geometric median (arXiv 1912.13445), Krum and Multi-Krum (Blanchard 2017) at whole predictions.`,
    section: t`Decision`,
    control: 'select',
    options: {
      median: t`Median`,
      trimmed: t`Trimmed mean`,
      geometric: t`Geometric median`,
      krum: t`Krum`,
      'multi-krum': t`Multi-Krum`,
    },
  },
  trim: {
    label: t`Trim`,
    help: t`The share of the voices that is left out at either end, class by class: as many as may lie.`,
    section: t`Decision`,
    control: 'slider',
    visible: ({ by }) => by === 'trimmed',
  },
  liars: {
    label: t`Liars`,
    help: t`How many voices may lie (f): Krum needs at least 2 f + 3; where some die it expects fewer liars.`,
    section: t`Decision`,
    control: 'number',
    unit: units.voices,
    visible: ({ by }) => isKrum(by),
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const robust: NodeKind<typeof schema> = {
  kind: 'robust',
  family: 'decide',
  label: t`Robust`,
  help: t`A middle that a minority of fish that lie or are broken cannot move far.`,
  schema,
  fields,
  ports: () => AGGREGATOR_PORTS,
  validate({ id, params, document, incoming }) {
    const voices = voicesHeard({ document, incoming });
    if (voices === 0) return [];
    const least = isKrum(params.by) ? 2 * params.liars + 3 : 3;
    if (voices >= least) return [];
    const most = Math.floor((voices - 3) / 2);
    if (isKrum(params.by) && params.liars > 0 && most >= 0) {
      return [
        paramProblem(id, 'liars', {
          code: 'too-few-voices',
          message: t`Krum with ${counted(params.liars, '{0} liar', '{0} liars')} needs ${least} voices, since it must find the honest ones by their number, but only ${voices} are linked: expect fewer liars, or link more fish.`,
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'liars',
            value: most,
            label: t`Expect ${counted(most, '{0} liar', '{0} liars')}`,
          },
        }),
      ];
    }
    return [
      paramProblem(id, 'by', {
        code: 'too-few-voices',
        severity: 'warning',
        message: t`Among ${counted(voices, 'one voice', '{0} voices')} nobody can tell who lies: link at least 3 fish, or the node protects from nothing.`,
      }),
    ];
  },
  lower(context, plan) {
    plan.addAggregator({
      kind: 'robust',
      nodeId: context.id,
      name: context.node.name ?? context.id,
      inputs: aggregatorInputs(context, plan),
      ...context.params,
    });
  },
  badge: ({ by }) => (by === 'geometric' ? t`geo. median` : withinSentence(fields.by.options[by])),
};
