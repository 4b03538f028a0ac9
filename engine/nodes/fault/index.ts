import type { FaultPlan, Harm } from '../../compile/plan.ts';
import type { Round } from '../../core/brand.ts';
import { counted, formatNumber, t, withinSentence } from '../../core/text.ts';
import { fishCount } from '../../document/graph.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { paramProblem } from '../../validate/problems.ts';
import type { NodeContext, NodeKind } from '../kind.ts';
import { faultFields } from './fields.ts';
import { type FaultParams, faultSchema } from './schema.ts';

/** Numbers of the fish struck among `count`, from 1; those a school does not have are left out. */
function struck(selection: string, count: number): number[] {
  if (selection === 'all') return Array.from({ length: count }, (_, index) => index + 1);
  const numbers = selection.split(',').map(Number);
  return [...new Set(numbers)].filter((number) => number <= count).toSorted((a, b) => a - b);
}

function validate({ id, params, document, task, outgoing }: NodeContext<FaultParams>): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (params.kind === 'label-flip' && task === 'language-modelling') {
    problems.push(
      paramProblem(id, 'kind', {
        code: 'task-mismatch',
        message: t`Text for language modelling has no labels to flip: choose another fault.`,
        fix: { kind: 'set-param', nodeId: id, param: 'kind', value: 'noise', label: t`Add noise instead` },
      }),
    );
  }
  if (params.when === 'round' && params.round > document.run.rounds) {
    const half = Math.max(1, Math.floor(document.run.rounds / 2));
    problems.push(
      paramProblem(id, 'round', {
        code: 'fault-after-end',
        severity: 'warning',
        message: t`The fault strikes at round ${params.round}, but the run ends after round ${document.run.rounds}.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'round',
          value: half,
          label: t`Strike at round ${half}`,
        },
      }),
    );
  }
  if (params.when === 'round' && params.returnRound !== 0 && params.returnRound <= params.round) {
    problems.push(
      paramProblem(id, 'returnRound', {
        message: t`The fault would end at round ${params.returnRound}, before it strikes at round ${params.round}: choose a later round, or 0 for never.`,
        fix: { kind: 'set-param', nodeId: id, param: 'returnRound', value: 0, label: t`Never end` },
      }),
    );
  }
  if (params.fish !== 'all') {
    const highest = Math.max(...params.fish.split(',').map(Number));
    for (const { link } of outgoing) {
      const target = document.nodes[link.to.node];
      if (target?.kind !== 'fish' || highest <= fishCount(target)) continue;
      const count = fishCount(target);
      problems.push(
        paramProblem(id, 'fish', {
          code: 'unknown-fish',
          message: t`The fault strikes fish ${highest}, but "${target.name ?? link.to.node}" has ${counted(count, 'only one fish', 'only {0} fish')}.`,
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'fish',
            value: 'all',
            label: t`Strike all of its fish`,
          },
        }),
      );
    }
  }
  if (outgoing.length === 0) {
    problems.push({
      code: 'not-connected',
      severity: 'warning',
      nodeId: id,
      path: `nodes.${id}`,
      message: t`This fault strikes nobody: link it to a fish, or delete it.`,
      fix: { kind: 'delete-node', nodeId: id, label: t`Delete the fault` },
    });
  }
  return problems;
}

function harmOf({ kind, pace, lost, amount }: FaultParams): Harm {
  switch (kind) {
    case 'crash':
    case 'sign-flip':
    case 'label-flip':
      return { kind };
    case 'straggler':
      return { kind, pace };
    case 'message-loss':
      return { kind, probability: lost };
    case 'noise':
      return { kind, amount };
  }
}

function timeOf({ when, round, returnRound, rate, lasts }: FaultParams): FaultPlan['when'] {
  if (when === 'random') return { kind: when, rate, lasts: lasts === 0 ? null : lasts };
  // counts of rounds from 1, which is what the brand says
  return { kind: when, round: round as Round, until: returnRound === 0 ? null : (returnRound as Round) };
}

export const fault: NodeKind<typeof faultSchema> = {
  kind: 'fault',
  family: 'test',
  label: t`Fault`,
  help: t`Strikes fish at a round or at random: crashes, slows, silences or corrupts them, to see what the swarm does.`,
  schema: faultSchema,
  fields: faultFields,
  ports: () => [
    {
      id: 'control',
      direction: 'out',
      type: 'control',
      label: t`Strikes`,
      help: t`The fish or schools it strikes.`,
      maxLinks: Number.POSITIVE_INFINITY,
      required: false,
      accepts: ['fish'],
    },
  ],
  validate,
  lower({ id, params, document, outgoing }, plan) {
    const fish = outgoing.flatMap(({ link }) => {
      const all = plan.fishOf(link.to.node);
      return struck(params.fish, all.length).flatMap((number) => all[number - 1] ?? []);
    });
    if (fish.length === 0) return;
    const name = document.nodes[id]?.name ?? t`Fault`;
    plan.addFault({ nodeId: id, name, fish, harm: harmOf(params), when: timeOf(params) });
  },
  badge: ({ kind, when, round }) =>
    when === 'random'
      ? t`at random`
      : kind === 'crash'
        ? t`round ${formatNumber(round)}`
        : withinSentence(faultFields.kind.options[kind]),
};
