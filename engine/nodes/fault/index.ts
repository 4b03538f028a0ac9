import { z } from 'zod';
import type { Round } from '../../core/brand.ts';
import { fishCount } from '../../document/graph.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { paramProblem } from '../../validate/problems.ts';
import type { FieldSpec, NodeContext, NodeKind } from '../kind.ts';

const schema = z.strictObject({
  fish: z
    .string()
    .max(200)
    .regex(/^(all|[1-9]\d{0,2}( *, *[1-9]\d{0,2})*)$/, '"all", or numbers of fish such as 4 or 1, 3')
    .default('all'),
  round: z.int().min(1).max(1_000_000).default(10),
  returnRound: z.int().min(0).max(1_000_000).default(0),
});
type Params = z.output<typeof schema>;

const fields = {
  fish: {
    label: 'Which fish',
    help: 'Which fish of the linked school it strikes: "all", or their numbers counted from 1, such as 4 or 1, 3.',
    section: 'Crash',
    control: 'fish',
  },
  round: {
    label: 'At round',
    help: 'The fish is dead from the start of this round: it neither learns nor answers.',
    section: 'Crash',
    control: 'number',
    unit: 'round',
  },
  returnRound: {
    label: 'Back at round',
    help: 'The round at whose start the fish returns with the weights it had; 0: it never does.',
    section: 'Crash',
    control: 'number',
    unit: 'round',
  },
} satisfies Record<keyof Params, FieldSpec>;

/** Numbers of the fish struck among `count`, from 1; those a school does not have are left out. */
function struck(selection: string, count: number): number[] {
  if (selection === 'all') return Array.from({ length: count }, (_, index) => index + 1);
  const numbers = selection.split(',').map(Number);
  return [...new Set(numbers)].filter((number) => number <= count).toSorted((a, b) => a - b);
}

function validate({ id, params, document, outgoing }: NodeContext<Params>): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (params.round > document.run.rounds) {
    const half = Math.max(1, Math.floor(document.run.rounds / 2));
    problems.push(
      paramProblem(id, 'round', {
        code: 'fault-after-end',
        severity: 'warning',
        message: `The fault strikes at round ${params.round}, but the run ends after round ${document.run.rounds}.`,
        fix: { kind: 'set-param', nodeId: id, param: 'round', value: half, label: `Strike at round ${half}` },
      }),
    );
  }
  if (params.returnRound !== 0 && params.returnRound <= params.round) {
    problems.push(
      paramProblem(id, 'returnRound', {
        message: `The fish would return at round ${params.returnRound}, before it crashes at round ${params.round}: choose a later round, or 0 for never.`,
        fix: { kind: 'set-param', nodeId: id, param: 'returnRound', value: 0, label: 'Never return' },
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
          message: `The fault strikes fish ${highest}, but "${target.name ?? link.to.node}" has ${count === 1 ? 'only one fish' : `only ${count} fish`}.`,
          fix: {
            kind: 'set-param',
            nodeId: id,
            param: 'fish',
            value: 'all',
            label: 'Strike all of its fish',
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
      message: 'This fault strikes nobody: link it to a fish, or delete it.',
      fix: { kind: 'delete-node', nodeId: id, label: 'Delete the fault' },
    });
  }
  return problems;
}

export const fault: NodeKind<typeof schema> = {
  kind: 'fault',
  family: 'test',
  label: 'Fault',
  help: 'Crashes fish at a round of the run, to see what the swarm does without them.',
  schema,
  fields,
  ports: () => [
    {
      id: 'control',
      direction: 'out',
      type: 'control',
      label: 'Strikes',
      help: 'The fish or schools it strikes.',
      maxLinks: Number.POSITIVE_INFINITY,
      required: false,
      accepts: ['fish'],
    },
  ],
  validate,
  lower({ id, params, outgoing }, plan) {
    const fish = outgoing.flatMap(({ link }) => {
      const all = plan.fishOf(link.to.node);
      return struck(params.fish, all.length).flatMap((number) => all[number - 1] ?? []);
    });
    if (fish.length === 0) return;
    plan.addFault({
      nodeId: id,
      kind: 'crash',
      fish,
      // counts of rounds from 1, which is what the brand says
      round: params.round as Round,
      returnRound: params.returnRound === 0 ? null : (params.returnRound as Round),
    });
  },
  badge: ({ round }) => `round ${round}`,
};
