import type { NodeId } from '../core/brand.ts';
import { t } from '../core/text.ts';
import type { SwarmDocument } from '../document/schema.ts';
import type { Diagnostic } from '../validate/diagnostic.ts';
import { linkProblem, nodeProblem } from '../validate/problems.ts';
import type { NodeContext, PortSpec } from './kind.ts';

/** The way out of a controller. */
export function controlPort(help: string, accepts: readonly string[]): PortSpec {
  return {
    id: 'control',
    direction: 'out',
    type: 'control',
    label: t`Controls`,
    help,
    maxLinks: Number.POSITIVE_INFINITY,
    required: false,
    accepts,
  };
}

type Context = Pick<NodeContext<unknown>, 'id' | 'document' | 'outgoing'>;

/** Linked nodes by what they are; each once. */
export function controllerTargets({ document, outgoing }: Context): {
  readonly aggregators: readonly NodeId[];
  readonly fishNodes: readonly NodeId[];
} {
  const targets = [...new Set(outgoing.map(({ link }) => link.to.node))];
  const isFish = (id: NodeId): boolean => document.nodes[id]?.kind === 'fish';
  return { aggregators: targets.filter((id) => !isFish(id)), fishNodes: targets.filter(isFish) };
}

/** Kinds of controller that decide whom an aggregator hears. */
const STEERING: readonly string[] = ['organise', 'reinforce'];

/** Aggregators that set the weights of their sources themselves, where a parameter has one of these values. */
const WEIGHING: Readonly<
  Record<
    string,
    {
      readonly param: string;
      /** `undefined` where that is the default. */
      readonly values: readonly unknown[];
      readonly value: string;
      readonly instead: string;
      readonly label: string;
    }
  >
> = {
  weighted: {
    param: 'by',
    values: ['validation', 'hedge', undefined],
    value: 'fixed',
    instead: t`let it take the strengths of its links`,
    label: t`Use link strengths`,
  },
  gate: {
    param: 'mode',
    values: ['adaptive', 'majority'],
    value: 'learned',
    instead: t`let it learn from the texts instead`,
    label: t`Learn from the texts`,
  },
};

/** A controller without anything to control, and aggregators whose weights another hand sets too. */
export function controllerProblems(context: Context, kindLabel: string): Diagnostic[] {
  const { id, document, outgoing } = context;
  const problems: Diagnostic[] = [];
  if (outgoing.length === 0) {
    problems.push(
      nodeProblem(id, {
        code: 'not-connected',
        severity: 'warning',
        message: t`This ${kindLabel} controls nothing: link it to an aggregator, or delete it.`,
        fix: { kind: 'delete-node', nodeId: id, label: t`Delete it` },
      }),
    );
  }
  for (const { id: linkId, link } of outgoing) {
    const target = document.nodes[link.to.node];
    if (target === undefined || target.kind === 'fish') continue;
    const title = `"${target.name ?? link.to.node}"`;
    const own = WEIGHING[target.kind];
    if (own?.values.includes(target.params[own.param])) {
      problems.push(
        linkProblem(linkId, {
          code: 'control-conflict',
          message: t`${title} weighs its sources anew after every evaluation, against what the controller decides: ${own.instead}.`,
          fix: {
            kind: 'set-param',
            nodeId: link.to.node,
            param: own.param,
            value: own.value,
            label: own.label,
          },
        }),
      );
    }
    const first = steering(document, link.to.node)[0];
    if (first !== undefined && first !== id) {
      problems.push(
        linkProblem(linkId, {
          code: 'control-conflict',
          message: t`${title} is already controlled by "${document.nodes[first]?.name ?? first}", and two controllers would undo each other's choices: delete one of the links.`,
          fix: { kind: 'delete-link', linkId, label: t`Delete the link` },
        }),
      );
    }
  }
  return problems;
}

/** Controllers of an aggregator, by id. */
function steering(document: SwarmDocument, target: NodeId): NodeId[] {
  const controllers = Object.values(document.links)
    .filter(({ to, from }) => {
      const kind = document.nodes[from.node]?.kind;
      return to.node === target && to.port === 'control' && kind !== undefined && STEERING.includes(kind);
    })
    .map(({ from }) => from.node);
  return [...new Set(controllers)].toSorted();
}
