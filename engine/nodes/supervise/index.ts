import { z } from 'zod';
import { t } from '../../core/text.ts';
import { fishCount } from '../../document/graph.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { nodeProblem, paramProblem } from '../../validate/problems.ts';
import { controllerTargets, controlPort } from '../controllerTargets.ts';
import type { FieldSpec, NodeContext, NodeKind } from '../kind.ts';
import { units } from '../units.ts';

const schema = z.strictObject({
  policy: z.enum(['neighbours', 'spare', 'restart']).default('neighbours'),
  deadline: z.int().min(1).max(1000).default(1),
  spares: z.int().min(1).max(64).default(1),
});
type Params = z.output<typeof schema>;

const fields = {
  policy: {
    label: t`When a fish stops`,
    help: t`Neighbours learn from its share of the data too; a spare wakes with the weights of the best live neighbour and takes its place; or it starts again from its last good weights.`,
    section: t`Supervision`,
    control: 'select',
    options: {
      neighbours: t`Others take over`,
      spare: t`A spare takes over`,
      restart: t`It is restarted`,
    },
  },
  deadline: {
    label: t`Deadline`,
    help: t`Rounds in a row that a fish may fail to finish its local steps before something is done.`,
    section: t`Supervision`,
    control: 'number',
    unit: units.rounds,
  },
  spares: {
    label: t`Spares`,
    help: t`How many of the linked fish, the last ones, wait in reserve; the others learn from their shares meanwhile.`,
    section: t`Supervision`,
    control: 'number',
    unit: units.fish,
    visible: ({ policy }) => policy === 'spare',
  },
} satisfies Record<keyof Params, FieldSpec>;

const BADGES = { neighbours: t`neighbours`, spare: t`spare`, restart: t`restart` } as const;

function validate(context: NodeContext<Params>): Diagnostic[] {
  const { id, params, document } = context;
  const nodes = controllerTargets(context).fishNodes.flatMap((node) => document.nodes[node] ?? []);
  if (nodes.length === 0) {
    return [
      nodeProblem(id, {
        code: 'not-connected',
        severity: 'warning',
        message: t`This supervisor watches nobody: link it to a fish, or delete it.`,
        fix: { kind: 'delete-node', nodeId: id, label: t`Delete it` },
      }),
    ];
  }
  const fish = nodes.reduce((sum, node) => sum + fishCount(node), 0);
  if (params.policy === 'spare' && params.spares >= fish) {
    return [
      paramProblem(id, 'spares', {
        message: t`${params.spares} spares leave none of the ${fish} linked fish to learn: keep fewer in reserve, or link more fish.`,
        fix:
          fish === 1
            ? {
                kind: 'set-param',
                nodeId: id,
                param: 'policy',
                value: 'restart',
                label: t`Restart it instead`,
              }
            : { kind: 'set-param', nodeId: id, param: 'spares', value: 1, label: t`Keep one spare` },
      }),
    ];
  }
  return [];
}

export const supervise: NodeKind<typeof schema> = {
  kind: 'supervise',
  family: 'adapt',
  label: t`Supervise`,
  help: t`Watches heartbeats, reports fish that stop, stall or fail, and has others take over.`,
  schema,
  fields,
  ports: () => [controlPort(t`The fish it watches.`, ['fish'])],
  validate,
  lower(context, plan) {
    const { policy, deadline, spares } = context.params;
    const all = controllerTargets(context).fishNodes.flatMap((node) => plan.fishOf(node));
    const first = policy === 'spare' ? all.length - spares : all.length;
    if (all.length === 0) return;
    plan.addMechanism({
      kind: 'supervise',
      nodeId: context.id,
      fish: all.slice(0, first),
      spares: all.slice(first),
      deadline,
      policy,
    });
  },
  badge: ({ policy }) => BADGES[policy],
};
