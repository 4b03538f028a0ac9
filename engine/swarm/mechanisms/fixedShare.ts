import type { AggregatorPlan, PredictionSource } from '#engine/compile/plan.ts';
import { sourceId } from '#engine/compile/sources.ts';
import type { Evaluation } from '../evaluate.ts';
import type { LoopState } from '../loopState.ts';
import type { Mechanism, World } from './mechanism.ts';

type Adaptive = Extract<AggregatorPlan, { kind: 'gate'; mode: 'adaptive' }>;

/** All alike. */
export const evenHearing = (inputs: readonly PredictionSource[]): Record<string, number> =>
  Object.fromEntries(inputs.map((source) => [sourceId(source), -Math.log(inputs.length)]));

/**
 * One step of the fixed-share forecaster (Herbster & Warmuth 1998, "Tracking the best expert", section 5; the form that
 * spreads the share over all experts, themselves included, as Bousquet & Warmuth 2002 write it):
 * w_k <- w_k exp(-eta loss_k), scaled to sum to 1, then w_k <- (1 - alpha) w_k + alpha / n.
 * Since no weight falls below alpha / n, an expert that becomes good again is heard again within a few steps, from which
 * Hedge can keep it locked out for as long as it erred. A source without a loss (dead, or refusing) keeps its weight and
 * takes no part; one without a weight yet (it joined) begins with the mean weight of the others.
 */
export function shareWeights(
  hearing: Readonly<Record<string, number>>,
  sources: readonly { readonly id: string; readonly loss: number | null }[],
  { eta, alpha }: Pick<Adaptive, 'eta' | 'alpha'>,
): Record<string, number> {
  const known = admit(
    hearing,
    sources.map(({ id }) => id),
  );
  const measured = sources.filter(({ loss }) => loss !== null && Number.isFinite(loss));
  if (measured.length === 0) return known;
  // The measured keep what they have together.
  const whole = measured.reduce((sum, { id }) => sum + Math.exp(known[id]!), 0);
  const logs = measured.map(({ id, loss }) => known[id]! - eta * loss!);
  const top = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - top));
  const total = raw.reduce((a, b) => a + b, 0);
  const next = { ...known };
  measured.forEach(({ id }, i) => {
    next[id] = Math.log(whole * (((1 - alpha) * raw[i]!) / total + alpha / measured.length));
  });
  return next;
}

/** Gives sources without a weight the mean weight of the others; the weights then sum to 1 again. */
export function admit(
  hearing: Readonly<Record<string, number>>,
  ids: readonly string[],
): Record<string, number> {
  const old = ids.filter((id) => Object.hasOwn(hearing, id));
  const weights = old.map((id) => Math.exp(hearing[id]!));
  const sum = weights.reduce((a, b) => a + b, 0);
  const mean = old.length === 0 || sum === 0 ? 1 : sum / old.length;
  const whole = (sum === 0 ? old.length : sum) + mean * (ids.length - old.length);
  return Object.fromEntries(
    ids.map((id) => {
      const weight = Object.hasOwn(hearing, id) && sum > 0 ? Math.exp(hearing[id]!) : mean;
      return [id, Math.log(weight / whole)];
    }),
  );
}

/** An adaptive gate: who is heard follows who is right at the moment, evaluation by evaluation. */
export function fixedShare(plan: Adaptive): Mechanism {
  const inputsOf = ({ plan: { aggregators } }: World): readonly PredictionSource[] =>
    aggregators.find(({ nodeId }) => nodeId === plan.nodeId)?.inputs ?? plan.inputs;
  const hearingOf = (state: LoopState): Record<string, number> => state.hearing[plan.nodeId] ?? {};
  return {
    id: plan.nodeId,
    communicate(world: World) {
      const ids = inputsOf(world).map(sourceId);
      const own = hearingOf(world.state);
      if (ids.some((id) => !Object.hasOwn(own, id))) world.state.hearing[plan.nodeId] = admit(own, ids);
    },
    evaluated(world: World, evaluation: Evaluation) {
      const sources = inputsOf(world).map((source) => ({
        id: sourceId(source),
        loss:
          (source.kind === 'fish'
            ? evaluation.fish[world.plan.fish.findIndex(({ id }) => id === source.fish)]?.loss
            : evaluation.aggregators.get(source.nodeId)?.loss) ?? null,
      }));
      world.state.hearing[plan.nodeId] = shareWeights(hearingOf(world.state), sources, plan);
    },
  };
}
