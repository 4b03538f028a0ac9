import { t, withinSentence } from '../../core/text.ts';
import { linksOf } from '../../document/graph.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { linkProblem, paramProblem } from '../../validate/problems.ts';
import type { NodeContext } from '../kind.ts';
import { PROPOSALS_PORT } from '../predictionPorts.ts';
import { fishFields } from './fields.ts';
import type { FishParams } from './schema.ts';

/** The head counts a fish of this width and positional encoding can have, ascending. */
function possibleHeads(width: number, positional: FishParams['positional']): number[] {
  const result: number[] = [];
  for (let heads = 1; heads <= Math.min(width, 64); heads += 1) {
    if (width % heads !== 0) continue;
    if (positional === 'rotary' && (width / heads) % 2 !== 0) continue;
    result.push(heads);
  }
  return result;
}

/** The possible head count nearest to the wish; the smaller of two equally near. */
function nearestHeads(params: FishParams): number | undefined {
  const distance = (heads: number) => Math.abs(heads - params.heads);
  return possibleHeads(params.width, params.positional).toSorted(
    (a, b) => distance(a) - distance(b) || a - b,
  )[0];
}

/**
 * A reader is not told what a proposer answers to rows this learns itself. Where all its rows are such, it would learn nothing
 * of what it reads.
 */
function sameRows({ document, incoming }: NodeContext<FishParams>): Diagnostic | null {
  const own = incoming.find(({ link }) => link.to.port === 'examples')?.link.from.node;
  const source = own === undefined ? undefined : document.nodes[own];
  if (own === undefined || source === undefined) return null;
  if (source.kind === 'shard' && source.params.mode !== 'shared') return null;
  const read = incoming.find(
    ({ link }) =>
      link.to.port === PROPOSALS_PORT &&
      linksOf(document).some(
        ([, { from, to }]) => from.node === own && to.node === link.from.node && to.port === 'examples',
      ),
  );
  if (read === undefined) return null;
  const proposer = document.nodes[read.link.from.node]?.name ?? read.link.from.node;
  return linkProblem(read.id, {
    code: 'same-rows',
    severity: 'warning',
    message: t`All that this fish learns from "${proposer}" learns too and knows by heart, so it cannot learn what its answers are worth: give both parts of their own by a shard.`,
    ...(source.kind === 'shard'
      ? {
          fix: {
            kind: 'set-param',
            nodeId: own,
            param: 'mode',
            value: 'iid',
            label: t`Give each fish a part of its own`,
          },
        }
      : {}),
  });
}

/** Exits that cannot be, or that nobody would ask. */
function exitProblem({ id, params, task, document, outgoing }: NodeContext<FishParams>): Diagnostic | null {
  if (!params.exits) return null;
  const fix = {
    kind: 'set-param',
    nodeId: id,
    param: 'exits',
    value: false,
    label: t`Take the exits away`,
  } as const;
  if (task === 'language-modelling') {
    return paramProblem(id, 'exits', {
      code: 'task-mismatch',
      message: t`Early exits decide a whole text at a time, but a language model is asked for every token, and later tokens need all layers of earlier ones: take the exits away.`,
      fix,
    });
  }
  if (params.layers === 1) {
    return paramProblem(id, 'exits', {
      code: 'ignored-param',
      severity: 'warning',
      message: t`A fish of one layer has one answer only: give it more layers, or take the exits away.`,
      fix,
    });
  }
  const asked = outgoing.some(
    ({ link }) => link.from.port === 'prediction' && document.nodes[link.to.node]?.kind === 'cascade',
  );
  return asked
    ? null
    : paramProblem(id, 'exits', {
        code: 'ignored-param',
        severity: 'warning',
        message: t`Nobody asks the early exits: link the fish to a cascade, which stops at the first that is sure, or take the exits away.`,
        fix,
      });
}

/** What a fish can know of its own shape: attention needs whole heads, rotation needs pairs of numbers. */
export function validateFish(context: NodeContext<FishParams>): Diagnostic[] {
  const { id, params } = context;
  const { width, heads, positional } = params;
  const nearest = nearestHeads(params);
  const fix =
    nearest === undefined
      ? undefined
      : ({
          kind: 'set-param',
          nodeId: id,
          param: 'heads',
          value: nearest,
          label: t`Set heads to ${nearest}`,
        } as const);
  if (width % heads !== 0) {
    return [
      paramProblem(id, 'heads', {
        code: 'heads-divide-width',
        message: t`${heads} heads do not divide a width of ${width} evenly: choose a number of heads that does.`,
        fix,
      }),
    ];
  }
  if (positional === 'rotary' && (width / heads) % 2 !== 0) {
    return [
      paramProblem(id, 'heads', {
        code: 'rotary-needs-even',
        message: t`Rotary positions turn numbers in pairs, but a head has ${width / heads} (width ${width} / ${heads} heads): make it even, or use learned positions.`,
        fix: fix ?? {
          kind: 'set-param',
          nodeId: id,
          param: 'positional',
          value: 'learned',
          label: t`Use learned positions`,
        },
      }),
    ];
  }
  const read = context.incoming.find(({ link }) => link.to.port === PROPOSALS_PORT);
  if (context.task === 'language-modelling' && read !== undefined) {
    return [
      linkProblem(read.id, {
        code: 'task-mismatch',
        message: t`A fish reads a probability for each class of the text, but a language model answers every token with a whole vocabulary: let it learn from the others' predictions ("Hears") or take in their states ("Senses") instead.`,
        fix: { kind: 'delete-link', linkId: read.id, label: t`Delete the link` },
      }),
    ];
  }
  const rows = sameRows(context);
  if (rows !== null) return [rows];
  const exits = exitProblem(context);
  if (exits !== null) return [exits];
  const { repulsion, orientation, attraction } = params;
  if (params.zones && (repulsion > orientation || orientation > attraction)) {
    const param = repulsion > orientation ? 'repulsion' : 'attraction';
    const value = param === 'repulsion' ? Math.min(orientation, attraction) : orientation;
    return [
      paramProblem(id, param, {
        message: t`Zones lie around each other: repulsion (${repulsion}) must end before orientation (${orientation}), and that before attraction (${attraction}).`,
        fix: { kind: 'set-param', nodeId: id, param, value, label: t`Set it to ${value}` },
      }),
    ];
  }
  if (params.zones && params.alignment + params.cohesion + params.separation === 0) {
    return [
      paramProblem(id, 'zones', {
        severity: 'warning',
        message: t`Zones decide which rule acts between two fish, but alignment, cohesion and separation are all 0: give at least one a strength, or turn the zones off.`,
        fix: { kind: 'set-param', nodeId: id, param: 'zones', value: false, label: t`Turn the zones off` },
      }),
    ];
  }
  if (params.count === 1 && params.alignment + params.cohesion + params.separation > 0) {
    const rule = params.alignment > 0 ? 'alignment' : params.cohesion > 0 ? 'cohesion' : 'separation';
    return [
      paramProblem(id, rule, {
        severity: 'warning',
        message: t`A single fish has no school to follow: its ${withinSentence(fishFields[rule].label)} does nothing. Make it a school of several, or set it to 0.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: rule,
          value: 0,
          label: t`Set ${withinSentence(fishFields[rule].label)} to 0`,
        },
      }),
    ];
  }
  return [];
}
