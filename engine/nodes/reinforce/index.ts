import { z } from 'zod';
import { REINFORCE_METHODS } from '../../compile/mechanisms/reinforce.ts';
import { controllerProblems, controllerTargets, controlPort } from '../controllerTargets.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { onlyMethods } from '../onlyMethods.ts';
import { STEERED_KINDS } from '../steeredKinds.ts';

const schema = z.strictObject({
  method: z.enum(REINFORCE_METHODS).default('difference'),
  decisions: z.int().min(1).max(10_000).default(20),
  rows: z.int().min(0).max(100_000).default(32),
  rate: z.number().min(0).max(100).default(4),
  forget: z.number().min(0).max(1).default(0.05),
  explore: z.number().min(0).max(10).default(0.2),
  byteCost: z.number().min(0).max(100).default(0),
  penalty: z.boolean().default(true),
});
type Params = z.output<typeof schema>;

const only = onlyMethods<Params['method']>;

const fields = {
  method: {
    label: 'Method',
    help: 'Bandits try one voice at a time; Hedge keeps a reputation of each; REINFORCE rewards a whole choice; difference rewards ask of each voice what the answer would have been without it (COMA, arXiv 1705.08926).',
    section: 'Reward',
    control: 'select',
    options: {
      ucb: 'UCB',
      thompson: 'Thompson sampling',
      exp3: 'EXP3',
      hedge: 'Hedge',
      reinforce: 'REINFORCE',
      difference: 'Difference reward',
    },
  },
  decisions: {
    label: 'Decisions a round',
    help: 'How many choices it tries and learns from each round. They cost no forward pass.',
    section: 'Reward',
    control: 'number',
  },
  rows: {
    label: 'Rows a decision',
    help: 'Tuning rows each choice is rewarded by; 0: all of them.',
    section: 'Reward',
    control: 'number',
    unit: 'rows',
  },
  rate: {
    label: 'Learning rate',
    help: 'How far one reward moves what was learned.',
    section: 'Reward',
    control: 'number',
    visible: only('exp3', 'hedge', 'reinforce', 'difference'),
  },
  forget: {
    label: 'Forgetting',
    help: 'The share of what was learned that each decision lets go, so that a swarm that changes is noticed.',
    section: 'Reward',
    control: 'slider',
    visible: only('ucb', 'thompson', 'exp3', 'hedge'),
  },
  explore: {
    label: 'Exploration',
    help: 'EXP3: share of choices made at random. UCB: how much the benefit of the doubt counts.',
    section: 'Reward',
    control: 'number',
    visible: only('ucb', 'exp3'),
  },
  byteCost: {
    label: 'Cost of messages',
    help: 'Reward lost for each KiB that crosses the links to answer one text.',
    section: 'Reward',
    control: 'number',
    unit: 'a KiB',
    visible: only('reinforce', 'difference'),
  },
  penalty: {
    label: 'Penalty',
    help: 'Whether failure is punished. Reward alone learns slowly, or never.',
    section: 'Reward',
    control: 'switch',
    visible: only('reinforce', 'difference'),
  },
} satisfies Record<keyof Params, FieldSpec>;

export const reinforce: NodeKind<typeof schema> = {
  kind: 'reinforce',
  family: 'adapt',
  label: 'Reinforce',
  help: 'Learns by reward and penalty whom an aggregator hears.',
  schema,
  fields,
  ports: () => [controlPort('The aggregators whose sources it rewards and punishes.', [...STEERED_KINDS])],
  validate: (context) => controllerProblems(context, 'controller'),
  lower(context, plan) {
    plan.addMechanism({
      kind: 'reinforce',
      nodeId: context.id,
      aggregators: controllerTargets(context).aggregators,
      ...context.params,
    });
  },
  badge: ({ method }) => method,
};
