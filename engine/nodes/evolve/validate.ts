import { t, withinSentence } from '../../core/text.ts';
import { fishCount, linksOf } from '../../document/graph.ts';
import type { SwarmNode } from '../../document/schema.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { nodeProblem, paramProblem } from '../../validate/problems.ts';
import { fishFields } from '../fish/fields.ts';
import { fishSchema } from '../fish/schema.ts';
import { SHAPE_FIELDS } from '../fish/shapeFields.ts';
import type { NodeContext } from '../kind.ts';
import type { EvolveParams } from './schema.ts';

/** What the whole population must have in common: the layout of its weights, and of the moments that go with them. */
const ALIKE = [...SHAPE_FIELDS, 'optimizer'] as const;

/** Coefficients CMA-ES can search well and fast. */
const MOST_COEFFICIENTS = 400;

type Context = NodeContext<EvolveParams>;
interface Target {
  readonly id: Context['id'];
  readonly node: SwarmNode;
  readonly title: string;
}

const targetsOf = ({ document, outgoing }: Context): Target[] =>
  outgoing.flatMap(({ link }) => {
    const node = document.nodes[link.to.node];
    return node?.kind === 'fish' ? [{ id: link.to.node, node, title: `"${node.name ?? link.to.node}"` }] : [];
  });

/** What an evolution can know of its population. */
export function validateEvolve(context: Context): Diagnostic[] {
  const { id } = context;
  const targets = targetsOf(context);
  const [first] = targets;
  if (first === undefined) {
    return [
      nodeProblem(id, {
        code: 'not-connected',
        severity: 'warning',
        message: t`This evolution has no population: link it to fish, or delete it.`,
        fix: { kind: 'delete-node', nodeId: id, label: t`Delete the evolution` },
      }),
    ];
  }
  const size = targets.reduce((sum, { node }) => sum + fishCount(node), 0);
  return [
    ...checkSize(context, first, size),
    ...checkShapes(context, targets),
    ...checkOthers(context, targets),
    ...checkStates(context, targets),
    ...checkMeasure(context),
    ...checkAncestor(context, targets),
    ...checkMethod(context, targets, size),
  ];
}

function checkSize({ id }: Context, first: Target, size: number): Diagnostic[] {
  if (size >= 2) return [];
  return [
    nodeProblem(id, {
      message: t`A population needs two fish at least, but only ${first.title} is linked, which is one: make a school of it, or link more fish.`,
      fix: { kind: 'set-param', nodeId: first.id, param: 'count', value: 4, label: t`Make it a school of 4` },
    }),
  ];
}

function checkShapes({ id }: Context, targets: readonly Target[]): Diagnostic[] {
  const [first, ...others] = targets.flatMap((target) => {
    const params = fishSchema.safeParse(target.node.params);
    return params.success ? [{ ...target, params: params.data }] : [];
  });
  if (first === undefined) return [];
  return others.flatMap(({ title, params }) => {
    const differs = ALIKE.find((name) => params[name] !== first.params[name]);
    if (differs === undefined) return [];
    const label = withinSentence(fishFields[differs].label);
    return [
      nodeProblem(id, {
        code: 'shape-conflict',
        message: t`Fish can evolve together only if they are built alike, but ${first.title} and ${title} differ in ${label} (${String(first.params[differs])} and ${String(params[differs])}).`,
      }),
    ];
  });
}

/** A fish belongs to one population. */
function checkOthers({ id, document }: Context, targets: readonly Target[]): Diagnostic[] {
  return targets.flatMap(({ id: fish, title }) => {
    const others = linksOf(document).filter(
      ([, { from, to }]) =>
        to.node === fish && from.node !== id && document.nodes[from.node]?.kind === 'evolve',
    );
    const [other] = others;
    if (other === undefined) return [];
    return [
      nodeProblem(id, {
        message: t`${title} belongs to two populations, but a fish can evolve in one only: delete one of the links.`,
        fix: { kind: 'delete-link', linkId: other[0], label: t`Take it out of the other one` },
      }),
    ];
  });
}

/** Whoever senses the states of others cannot be measured in the place of another. */
function checkStates({ id, params, document }: Context, targets: readonly Target[]): Diagnostic[] {
  if (params.method !== 'merge' && targets.length === 1) return [];
  return targets.flatMap(({ id: fish, title }) => {
    const sense = linksOf(document).find(([, { to }]) => to.node === fish && to.port === 'state');
    if (sense === undefined) return [];
    return [
      nodeProblem(id, {
        message:
          targets.length === 1
            ? t`${title} senses the states of other fish, so that it cannot stand in for another of its population: delete the state link, or choose another method.`
            : t`${title} senses the states of other fish, so that it cannot stand in for another of its population: delete the state link, or link one school only.`,
        fix: { kind: 'delete-link', linkId: sense[0], label: t`Delete the state link` },
      }),
    ];
  });
}

function checkMeasure({ id, params, task, document }: Context): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (task === 'language-modelling' && params.fitness === 'accuracy') {
    problems.push(
      paramProblem(id, 'fitness', {
        code: 'task-mismatch',
        message: t`Fish that model language are measured by their loss, not by accuracy.`,
        fix: { kind: 'set-param', nodeId: id, param: 'fitness', value: 'loss', label: t`Measure by loss` },
      }),
    );
  }
  const { rounds } = document.run;
  if (params.first > rounds) {
    const half = Math.max(1, Math.floor(rounds / 2));
    problems.push(
      paramProblem(id, 'first', {
        severity: 'warning',
        message: t`The first generation would come after round ${params.first}, but the run ends after round ${rounds}.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'first',
          value: half,
          label: t`Begin after round ${half}`,
        },
      }),
    );
  }
  return problems;
}

/** Weights links join fish to one start as well. */
function checkAncestor({ id, params, document }: Context, targets: readonly Target[]): Diagnostic[] {
  const mixes =
    params.method === 'swarm' ||
    params.method === 'merge' ||
    (params.method === 'genetic' && params.crossover !== 'none');
  if (!mixes || params.start === 'shared') return [];
  const joined = targets.every(({ id: fish }) =>
    linksOf(document).some(
      ([, { from, to }]) => to.port === 'weights' && (to.node === fish || from.node === fish),
    ),
  );
  if (joined) return [];
  return [
    paramProblem(id, 'start', {
      code: 'no-common-ancestor',
      severity: 'warning',
      message: t`These fish begin with weights of their own, so that what lies between two of them knows less than either: let them start from one ancestor.`,
      fix: {
        kind: 'set-param',
        nodeId: id,
        param: 'start',
        value: 'shared',
        label: t`Start from one ancestor`,
      },
    }),
  ];
}

function checkMethod({ id, params }: Context, targets: readonly Target[], size: number): Diagnostic[] {
  if (params.method === 'genetic' && size >= 2 && params.elites >= size) {
    return [
      paramProblem(id, 'elites', {
        message: t`The elite is ${params.elites} fish of ${size}, so that none would be born: let fewer live on.`,
        fix: { kind: 'set-param', nodeId: id, param: 'elites', value: 1, label: t`Keep the best one only` },
      }),
    ];
  }
  if (params.method === 'pbt' && !params.learn) {
    return [
      paramProblem(id, 'learn', {
        code: 'ignored-param',
        severity: 'warning',
        message: t`Population-based training chooses learning rates, but these fish stop learning at the first generation.`,
        fix: { kind: 'set-param', nodeId: id, param: 'learn', value: true, label: t`Let them learn` },
      }),
    ];
  }
  if (params.method !== 'merge') return [];
  const layers = Number(targets[0]?.node.params.layers ?? 2);
  const coefficients = size * (params.mergeBy === 'layer' ? layers + 2 : 1);
  if (coefficients <= MOST_COEFFICIENTS) return [];
  return [
    paramProblem(id, 'mergeBy', {
      message: t`${size} fish with ${layers} layers need ${coefficients} coefficients, more than the ${MOST_COEFFICIENTS} that can be searched: use one a fish.`,
      fix: { kind: 'set-param', nodeId: id, param: 'mergeBy', value: 'fish', label: t`Use one a fish` },
    }),
  ];
}
