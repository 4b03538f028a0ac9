import { t, withinSentence } from '../../core/text.ts';
import type { Diagnostic } from '../../validate/diagnostic.ts';
import { paramProblem } from '../../validate/problems.ts';
import type { NodeContext } from '../kind.ts';
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
  const exits = exitProblem(context);
  if (exits !== null) return [exits];
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
