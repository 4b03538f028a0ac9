import { z } from 'zod';
import { REINFORCE_METHODS } from '../../compile/mechanisms/reinforce.ts';
import { t } from '../../core/text.ts';
import { controllerProblems, controllerTargets, controlPort } from '../controllerTargets.ts';
import type { FieldSpec, NodeKind } from '../kind.ts';
import { onlyMethods } from '../onlyMethods.ts';
import { STEERED_KINDS } from '../steeredKinds.ts';
import { units } from '../units.ts';

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
    label: t`Method`,
    help: t`Bandits try one voice at a time; Hedge keeps a reputation of each; REINFORCE rewards a whole choice; difference rewards ask of each voice what the answer would have been without it (COMA, arXiv 1705.08926).`,
    section: t`Reward`,
    control: 'select',
    options: {
      ucb: t`UCB`,
      thompson: t`Thompson sampling`,
      exp3: t`EXP3`,
      hedge: t`Hedge`,
      reinforce: t`REINFORCE`,
      difference: t`Difference reward`,
    },
  },
  decisions: {
    label: t`Decisions a round`,
    help: t`How many choices it tries and learns from each round. They cost no forward pass.`,
    section: t`Reward`,
    control: 'number',
  },
  rows: {
    label: t`Rows a decision`,
    help: t`Tuning rows each choice is rewarded by; 0: all of them.`,
    section: t`Reward`,
    control: 'number',
    zero: t`all`,
  },
  rate: {
    label: t`Learning rate`,
    help: t`How far one reward moves what was learned.`,
    section: t`Reward`,
    control: 'number',
    visible: only('exp3', 'hedge', 'reinforce', 'difference'),
  },
  forget: {
    label: t`Forgetting`,
    help: t`The share of what was learned that each decision lets go, so that a swarm that changes is noticed.`,
    section: t`Reward`,
    control: 'slider',
    visible: only('ucb', 'thompson', 'exp3', 'hedge'),
  },
  explore: {
    label: t`Exploration`,
    help: t`EXP3: share of choices made at random. UCB: how much the benefit of the doubt counts.`,
    section: t`Reward`,
    control: 'number',
    visible: only('ucb', 'exp3'),
  },
  byteCost: {
    label: t`Cost of messages`,
    help: t`Reward lost for each KiB that crosses the links to answer one text.`,
    section: t`Reward`,
    control: 'number',
    unit: units.kibibytes,
    visible: only('reinforce', 'difference'),
  },
  penalty: {
    label: t`Penalty`,
    help: t`Whether failure is punished. Reward alone learns slowly, or never.`,
    section: t`Reward`,
    control: 'switch',
    visible: only('reinforce', 'difference'),
  },
} satisfies Record<keyof Params, FieldSpec>;

export const reinforce: NodeKind<typeof schema> = {
  kind: 'reinforce',
  family: 'adapt',
  label: t`Reinforce`,
  help: t`Learns by reward and penalty whom an aggregator hears.`,
  schema,
  fields,
  ports: () => [controlPort(t`The aggregators whose sources it rewards and punishes.`, [...STEERED_KINDS])],
  validate: (context) => controllerProblems(context, t`controller`),
  lower(context, plan) {
    plan.addMechanism({
      kind: 'reinforce',
      nodeId: context.id,
      aggregators: controllerTargets(context).aggregators,
      ...context.params,
    });
  },
  badge: ({ method }) => fields.method.options[method],
};
