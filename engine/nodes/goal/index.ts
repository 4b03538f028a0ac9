import { z } from 'zod';
import type { NodeId } from '../../core/brand.ts';
import { t, withinSentence } from '../../core/text.ts';
import { fishCount, linksOf, nodesOf } from '../../document/graph.ts';
import type { SwarmDocument, SwarmNode } from '../../document/schema.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { nodeProblem, paramProblem } from '../../validate/problems.ts';
import { aggregatorInputs } from '../aggregatorInputs.ts';
import type { FieldSpec, NodeContext, NodeKind } from '../kind.ts';
import { units } from '../units.ts';

const schema = z.strictObject({
  task: z.enum(['classification', 'language-modelling']).default('classification'),
  metric: z.enum(['auto', 'accuracy', 'macroF1', 'loss', 'perplexity']).default('auto'),
  target: z.number().min(0).max(1e9).nullable().default(null),
  stop: z.enum(['rounds', 'target', 'patience']).default('rounds'),
  patience: z.int().min(1).max(1000).default(5),
  labelSmoothing: z.number().min(0).max(0.5).default(0),
});
type Params = z.output<typeof schema>;

const fields = {
  task: {
    label: t`Task`,
    help: t`Name the class of a text, or tell the next token of it.`,
    section: t`Goal`,
    control: 'select',
    options: { classification: t`Classification`, 'language-modelling': t`Language modelling` },
  },
  metric: {
    label: t`Measured by`,
    help: t`What the target and the patience look at. Automatic: accuracy for classes, perplexity for language.`,
    section: t`Goal`,
    control: 'select',
    options: {
      auto: t`Automatic`,
      accuracy: t`Accuracy`,
      macroF1: t`Macro F1`,
      loss: t`Loss`,
      perplexity: t`Perplexity`,
    },
  },
  target: {
    label: t`Target`,
    help: t`Reached when accuracy or F1 (0 to 1) is at least this, or loss or perplexity at most this; empty: none.`,
    section: t`Goal`,
    control: 'number',
  },
  stop: {
    label: t`Stop`,
    help: t`After all rounds, when the target is reached, or when nothing improves any more.`,
    section: t`Stopping`,
    control: 'select',
    options: { rounds: t`After all rounds`, target: t`At the target`, patience: t`Without improvement` },
  },
  patience: {
    label: t`Patience`,
    help: t`How many evaluations without improvement end the run.`,
    section: t`Stopping`,
    control: 'number',
    unit: units.evaluations,
    visible: (params) => params.stop === 'patience',
  },
  labelSmoothing: {
    label: t`Label smoothing`,
    help: t`The share of the target probability spread over all classes while training (arXiv 1512.00567).`,
    section: t`Training`,
    control: 'slider',
    advanced: true,
  },
} satisfies Record<keyof Params, FieldSpec>;

function metricOf({ task, metric }: Params): Exclude<Params['metric'], 'auto'> {
  if (metric !== 'auto') return metric;
  return task === 'classification' ? 'accuracy' : 'perplexity';
}

/** One voice answers for the swarm, so a school must be joined first. */
function severalVoices({ id, document, incoming }: NodeContext<Params>): Diagnostic[] {
  const answer = incoming.find(({ link }) => link.to.port === 'prediction')?.link.from.node;
  const node = answer === undefined ? undefined : document.nodes[answer];
  if (answer === undefined || node?.kind !== 'fish' || fishCount(node) === 1) return [];
  const links = {
    linkFrom: [{ node: answer, port: 'prediction', toPort: 'prediction' }],
    linkTo: [{ node: id, port: 'prediction', fromPort: 'prediction' }],
  };
  const idle = idleAggregator(document);
  return [
    nodeProblem(id, {
      code: 'needs-aggregator',
      message: t`"${node.name ?? answer}" is ${fishCount(node)} fish, but one voice must answer for the swarm: put an aggregator such as an average in between.`,
      fix:
        idle === undefined
          ? { kind: 'add-node', nodeKind: 'average', ...links, label: t`Put an average in between` }
          : {
              kind: 'link-node',
              nodeId: idle[0],
              ...links,
              label: t`Put "${idle[1].name ?? idle[0]}" in between`,
            },
    }),
  ];
}

/** Aggregators that can join the voices of one school. */
const JOINS_ONE_SCHOOL = ['average', 'weighted', 'vote', 'robust', 'stacking'];

/** One of them that nobody listens to yet. */
function idleAggregator(document: SwarmDocument): readonly [NodeId, SwarmNode] | undefined {
  const heard = new Set(linksOf(document).map(([, { from }]) => from.node));
  return nodesOf(document).find(([id, { kind }]) => JOINS_ONE_SCHOOL.includes(kind) && !heard.has(id));
}

function validate(context: NodeContext<Params>): Diagnostic[] {
  const { id, params } = context;
  const problems = severalVoices(context);
  const forClasses = params.metric === 'accuracy' || params.metric === 'macroF1';
  const wrong = params.task === 'classification' ? params.metric === 'perplexity' : forClasses;
  if (wrong) {
    problems.push(
      paramProblem(id, 'metric', {
        code: 'task-mismatch',
        message: t`${fields.metric.options[params.metric]} does not measure ${withinSentence(fields.task.options[params.task])}: choose another measure.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'metric',
          value: 'auto',
          label: t`Measure automatically`,
        },
      }),
    );
  }
  if (params.stop === 'target' && params.target === null) {
    problems.push(
      paramProblem(id, 'target', {
        message: t`The run should stop at a target, but no target is given: type one, or stop after all rounds.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'stop',
          value: 'rounds',
          label: t`Stop after all rounds`,
        },
      }),
    );
  }
  const metric = metricOf(params);
  if (params.target !== null && params.target > 1 && (metric === 'accuracy' || metric === 'macroF1')) {
    const share = params.target <= 100 ? params.target / 100 : 1;
    problems.push(
      paramProblem(id, 'target', {
        message: t`A target of ${params.target} cannot be reached: accuracy and F1 go from 0 to 1.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'target',
          value: share,
          label: t`Set the target to ${share}`,
        },
      }),
    );
  }
  return problems;
}

export const goal: NodeKind<typeof schema> = {
  kind: 'goal',
  family: 'goal',
  label: t`Goal`,
  help: t`What the swarm is to do, how that is measured, and when to stop.`,
  schema,
  fields,
  ports: () => [
    {
      id: 'prediction',
      direction: 'in',
      type: 'prediction',
      label: t`Answer`,
      help: t`What answers for the swarm: an aggregator, or one fish.`,
      maxLinks: 1,
      required: true,
    },
  ],
  validate,
  lower(context, plan) {
    const answer = aggregatorInputs(context, plan)[0];
    if (answer === undefined) return;
    const { params } = context;
    plan.setGoal({
      nodeId: context.id,
      answer,
      metric: metricOf(params),
      target: params.target,
      stop: params.stop,
      patience: params.patience,
      labelSmoothing: params.labelSmoothing,
    });
  },
  badge: ({ task }) => (task === 'classification' ? t`classes` : t`language`),
};
