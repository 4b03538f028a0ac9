import { z } from 'zod';
import type { OrganiseMethod } from '../../compile/mechanisms/organise.ts';
import { t, withinSentence } from '../../core/text.ts';
import { nodeProblem } from '../../validate/problems.ts';
import { controllerProblems, controllerTargets, controlPort } from '../controllerTargets.ts';
import { type FieldSpec, type NodeContext, type NodeKind, PORT_NAMES } from '../kind.ts';
import { onlyMethods } from '../onlyMethods.ts';
import { STEERED_KINDS } from '../steeredKinds.ts';
import { units } from '../units.ts';

const schema = z.strictObject({
  method: z.enum(['reinforce', 'usefulness', 'roles', 'trails']).default('reinforce'),
  family: z.enum(['prediction', 'weights']).default('prediction'),
  samples: z.int().min(1).max(1000).default(64),
  rows: z.int().min(0).max(100_000).default(64),
  utility: z.enum(['accuracy', 'likelihood']).default('likelihood'),
  rate: z.number().min(0).max(100).default(2),
  step: z.number().min(0).max(1).default(0.1),
  baseline: z.boolean().default(true),
  linkCost: z.number().min(0).max(1).default(0),
  cut: z.number().min(0).max(0.9).default(0.1),
  forget: z.number().min(0).max(1).default(0.3),
  temperature: z.number().min(0.001).max(100).default(0.1),
  keep: z.int().min(0).max(256).default(3),
  relief: z.number().min(0).max(10).default(0.1),
  connected: z.boolean().default(true),
});
type Params = z.output<typeof schema>;

const only = onlyMethods<Params['method']>;

const fields = {
  method: {
    label: t`Method`,
    help: t`Edge probabilities learned from sampled graphs (GPTSwarm, arXiv 2402.16823), trust by usefulness, roles by response thresholds (Bonabeau and Theraulaz 1996), or trails as of ants (stigmergy).`,
    section: t`Organisation`,
    control: 'select',
    options: {
      reinforce: t`Edge probabilities`,
      usefulness: t`Trust by usefulness`,
      roles: t`Roles by thresholds`,
      trails: t`Trails`,
    },
  },
  family: {
    label: t`Links between fish`,
    help: t`Which links between the linked fish it opens and closes: those by which they learn to agree, or those by which they mix weights.`,
    section: t`Organisation`,
    control: 'select',
    options: { prediction: t`Predictions`, weights: t`Weights` },
  },
  samples: {
    label: t`Tries a round`,
    help: t`How many graphs (or ants) are tried each round. Trying costs no forward pass.`,
    section: t`Organisation`,
    control: 'number',
    visible: only('reinforce', 'trails'),
  },
  rows: {
    label: t`Rows a try`,
    help: t`Tuning rows each is judged by; 0: all of them.`,
    section: t`Organisation`,
    control: 'number',
    zero: t`all`,
    visible: only('reinforce', 'trails'),
  },
  utility: {
    label: t`A try is worth`,
    help: t`Its accuracy, or the probability it gives to the truth (geometric mean), which also sees a liar that changes no answer.`,
    section: t`Organisation`,
    control: 'select',
    options: { accuracy: t`Accuracy`, likelihood: t`Likelihood` },
    visible: only('reinforce'),
  },
  rate: {
    label: t`Learning rate`,
    help: t`How far a try moves an edge.`,
    section: t`Organisation`,
    control: 'number',
    visible: only('reinforce'),
  },
  step: {
    label: t`Threshold step`,
    help: t`How far good work lowers a threshold each round, and idleness or harm raises it.`,
    section: t`Organisation`,
    control: 'slider',
    visible: only('roles'),
  },
  baseline: {
    label: t`Baseline`,
    help: t`Compares each try with the usual one. Without it, failure teaches nothing.`,
    section: t`Organisation`,
    control: 'switch',
    visible: only('reinforce'),
  },
  linkCost: {
    label: t`Cost of a link`,
    help: t`Accuracy that one more open link must bring.`,
    section: t`Organisation`,
    control: 'number',
    visible: only('reinforce'),
    advanced: true,
  },
  cut: {
    label: t`Closed below`,
    help: t`Edges less probable than this carry nothing.`,
    section: t`Organisation`,
    control: 'slider',
    visible: only('reinforce'),
    advanced: true,
  },
  forget: {
    label: t`Forgetting`,
    help: t`The share of old trust, or of a trail, that gives way to new evidence each round.`,
    section: t`Organisation`,
    control: 'slider',
    visible: only('usefulness', 'trails'),
  },
  temperature: {
    label: t`Temperature`,
    help: t`Small values trust the most useful alone, large values all alike.`,
    section: t`Organisation`,
    control: 'log-slider',
    visible: only('usefulness'),
  },
  keep: {
    label: t`Voices heard`,
    help: t`How many sources a listener keeps; 0: all (trails: half of them).`,
    section: t`Organisation`,
    control: 'number',
    zero: t`automatic`,
    unit: units.voices,
    visible: only('usefulness', 'trails'),
  },
  relief: {
    label: t`Relief`,
    help: t`How fast work quiets the call for it.`,
    section: t`Organisation`,
    control: 'number',
    visible: only('roles'),
  },
  connected: {
    label: t`Keep connected`,
    help: t`Opens the most trusted links between parts of the living swarm that would not hear each other.`,
    section: t`Organisation`,
    control: 'switch',
  },
} satisfies Record<keyof Params, FieldSpec>;

function methodOf(params: Params): OrganiseMethod {
  const {
    method,
    samples,
    rows,
    utility,
    rate,
    step,
    baseline,
    linkCost,
    cut,
    forget,
    temperature,
    keep,
    relief,
  } = params;
  switch (method) {
    case 'reinforce':
      return { method, samples, rows, utility, rate, baseline, linkCost, cut };
    case 'usefulness':
      return { method, forget, temperature, keep };
    case 'roles':
      return { method, step, relief };
    case 'trails':
      return { method, samples, rows, forget, keep };
  }
}

/** Linked fish between which there is no link to open or close. */
function lonelyFish(context: NodeContext<Params>) {
  const { id, params, document } = context;
  const fish = controllerTargets(context).fishNodes;
  if (fish.length === 0) return [];
  const joined = Object.values(document.links).some(
    ({ from, to }) => to.port === params.family && fish.includes(from.node) && fish.includes(to.node),
  );
  if (joined) return [];
  return [
    nodeProblem(id, {
      code: 'not-connected',
      severity: 'warning',
      message: t`The fish it controls have no ${PORT_NAMES[params.family]} links among each other, so there is nothing to organise between them: draw some.`,
    }),
  ];
}

export const organise: NodeKind<typeof schema> = {
  kind: 'organise',
  family: 'adapt',
  label: t`Organise`,
  help: t`Learns who hears whom, and cuts off who does harm.`,
  schema,
  fields,
  ports: () => [
    controlPort(t`The aggregators, or the fish, among which it decides who is heard.`, [
      ...STEERED_KINDS,
      'fish',
    ]),
  ],
  validate: (context) => [...controllerProblems(context, t`organiser`), ...lonelyFish(context)],
  lower(context, plan) {
    const targets = controllerTargets(context);
    const { family, connected } = context.params;
    plan.addMechanism({
      kind: 'organise',
      nodeId: context.id,
      ...targets,
      family,
      connected,
      ...methodOf(context.params),
    });
  },
  badge: ({ method }) => (method === 'reinforce' ? t`edges` : withinSentence(fields.method.options[method])),
};
