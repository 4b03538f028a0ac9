import { z } from 'zod';
import { counted, t } from '../../core/text.ts';
import { voicesHeard } from '../../document/graph.ts';
import { paramProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { AGGREGATOR_PORTS } from '../predictionPorts.ts';
import { units } from '../units.ts';

const schema = z.strictObject({
  of: z.enum(['probabilities', 'logits']).default('probabilities'),
  quorum: z.int().min(1).max(256).default(1),
});

const fields = {
  of: {
    label: t`Mean of`,
    help: t`Probabilities (deep ensembles, arXiv 1612.01474), or logits: a geometric mean, which a sure fish moves more.`,
    section: t`Decision`,
    control: 'select',
    options: { probabilities: t`Probabilities`, logits: t`Logits` },
  },
  quorum: {
    label: t`Quorum`,
    help: t`The fewest living voices it needs; with fewer the swarm refuses to answer.`,
    section: t`Decision`,
    control: 'number',
    unit: units.voices,
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const average: NodeKind<typeof schema> = {
  kind: 'average',
  family: 'decide',
  label: t`Average`,
  help: t`The mean of what living fish predict, weighted by the strength of the links.`,
  schema,
  fields,
  ports: () => AGGREGATOR_PORTS,
  validate({ id, params, document, incoming }) {
    const voices = voicesHeard({ document, incoming });
    if (voices === 0 || params.quorum <= voices) return [];
    return [
      paramProblem(id, 'quorum', {
        message: t`The quorum is ${params.quorum}, but only ${counted(voices, '{0} voice is linked', '{0} voices are linked')}, so the swarm could never answer.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'quorum',
          value: voices,
          label: t`Set the quorum to ${voices}`,
        },
      }),
    ];
  },
  lower(context, plan) {
    plan.addAggregator({
      kind: 'average',
      nodeId: context.id,
      name: context.node.name ?? context.id,
      inputs: aggregatorInputs(context, plan),
      of: context.params.of,
      quorum: context.params.quorum,
    });
  },
  badge: ({ quorum }) => (quorum > 1 ? t`quorum ${quorum}` : t`mean`),
};
