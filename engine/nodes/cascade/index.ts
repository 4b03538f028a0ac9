import { z } from 'zod';
import { formatNumber, t } from '../../core/text.ts';
import { voicesHeard } from '../../document/graph.ts';
import type { SwarmLink } from '../../document/schema.ts';
import { nodeProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { AGGREGATOR_PORTS } from '../predictionPorts.ts';

const schema = z.strictObject({
  threshold: z.number().min(0).max(1).default(0.9),
  calibrate: z.boolean().default(true),
});

const fields = {
  threshold: {
    label: t`Confidence needed`,
    help: t`A level answers a text if it is at least this sure; else the text goes up to the next. 0: the cheapest answers everything, 1: the costliest does.`,
    section: t`Decision`,
    control: 'slider',
  },
  calibrate: {
    label: t`Calibrate`,
    help: t`Fits a temperature for each level (arXiv 1706.04599) to rows that no fish learns from, so that its confidence is its chance to be right.`,
    section: t`Decision`,
    control: 'switch',
  },
} satisfies Record<keyof z.output<typeof schema>, FieldSpec>;

export const cascade: NodeKind<typeof schema> = {
  kind: 'cascade',
  family: 'decide',
  label: t`Cascade`,
  help: t`A hierarchy: the cheapest level (a fish, an early exit of one, an aggregator) that is sure enough answers, the rest goes up; if a level dies the next takes over.`,
  schema,
  fields,
  ports: () => AGGREGATOR_PORTS,
  validate({ id, task, document, params, incoming }) {
    const hasExits = ({ link }: { readonly link: SwarmLink }): boolean => {
      const { exits, layers } = document.nodes[link.from.node]?.params ?? {};
      return exits === true && layers !== 1;
    };
    if (task === 'language-modelling') {
      return [
        nodeProblem(id, {
          code: 'task-mismatch',
          message: t`A cascade sends whole texts up, but a language model is asked for every token and must have read all before it on every level, which would save nothing: average the fish instead.`,
        }),
      ];
    }
    if (voicesHeard({ document, incoming }) === 1 && !incoming.some(hasExits)) {
      return [
        nodeProblem(id, {
          code: 'too-few-voices',
          severity: 'warning',
          message: t`The cascade has one level, so nothing can go up: link a second, larger fish or an aggregator, or give the fish early exits.`,
        }),
      ];
    }
    if (params.threshold === 0) {
      return [
        nodeProblem(id, {
          code: 'ignored-param',
          severity: 'warning',
          path: `nodes.${id}.params.threshold`,
          message: t`Every answer has a confidence of at least 0, so only the cheapest level will ever answer: ask for more confidence.`,
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'threshold',
            value: 0.9,
            label: t`Ask for a confidence of 0.9`,
          },
        }),
      ];
    }
    return [];
  },
  lower(context, plan) {
    plan.addAggregator({
      kind: 'cascade',
      nodeId: context.id,
      name: context.node.name ?? context.id,
      inputs: aggregatorInputs(context, plan, { exits: true }),
      ...context.params,
    });
  },
  badge: ({ threshold }) => t`sure ${formatNumber(threshold)}`,
};
