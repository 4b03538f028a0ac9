import { z } from 'zod';
import type { AggregatorPlan, PredictionSource } from '#engine/compile/plan.ts';
import { sourceId } from '#engine/compile/sources.ts';
import type { FishId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { nodeSeries } from '#engine/protocol/series.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Mechanism, World } from './mechanism.ts';

type Majority = Extract<AggregatorPlan, { kind: 'gate'; mode: 'majority' }>;

/** Texts that an evaluation stands for: the mistakes an expert is charged for are its share of errors times this. */
const TEXTS = 5;

const memorySchema = z.strictObject({
  /** Evaluations since the last time it acted. */
  waited: z.number(),
  /** Fish it asked for that have not spoken yet. */
  expected: z.array(z.string()),
});

/**
 * Weights after the mistakes of a period, the largest 1: w_k <- w_k beta^mistakes, then divided by the largest (Kolter &
 * Maloof 2007, "Dynamic weighted majority", Journal of Machine Learning Research 8, figure 1). Who was not measured keeps
 * its weight.
 */
export function punished(
  weights: ReadonlyMap<string, number>,
  errors: ReadonlyMap<string, number>,
  beta: number,
): Map<string, number> {
  const next = new Map(
    [...weights].map(([id, weight]) => [id, weight * beta ** (TEXTS * (errors.get(id) ?? 0))]),
  );
  const measured = [...next].filter(([id]) => errors.has(id));
  const largest = Math.max(...measured.map(([, weight]) => weight), Number.MIN_VALUE);
  for (const [id, weight] of measured) next.set(id, weight / largest);
  return next;
}

/**
 * Dynamic weighted majority: every `period` evaluations experts pay for their mistakes, who falls below `theta` leaves, and if
 * the ensemble errs a new expert of weight 1 enters, which learns from then on.
 *
 * The paper sees one example at a time; here an evaluation stands for a few of them, and the ensemble errs if more than
 * `tolerate` of its answers are wrong. It sums votes; here probabilities, as fish have them. It knows no bound: here there
 * are never more than `most` fish. Who leaves waits in reserve, and the next to enter is a fresh fish in such a place (R56); only
 * where there is none does one join (R61), like the heaviest that lives; and where there are `most` already the lightest
 * gives way.
 */
export function dynamicMajority(plan: Majority): Mechanism {
  const { nodeId } = plan;
  let waited = 0;
  let expected: FishId[] = [];

  const inputsOf = ({ plan: { aggregators } }: World): readonly PredictionSource[] =>
    aggregators.find((one) => one.nodeId === nodeId)?.inputs ?? plan.inputs;
  const lifeOf = (world: World, fish: FishId) => world.state.fish[fish]?.state;

  const weightsOf = (world: World): Map<string, number> => {
    const own = world.state.hearing[nodeId] ?? {};
    return new Map(inputsOf(world).map((source) => [sourceId(source), Math.exp(own[sourceId(source)] ?? 0)]));
  };
  const write = (world: World, weights: ReadonlyMap<string, number>): void => {
    world.state.hearing[nodeId] = Object.fromEntries(
      [...weights].map(([id, weight]) => [id, Math.log(Math.max(weight, Number.MIN_VALUE))]),
    );
  };

  /** A fresh expert of weight 1, by the shortest way there is. */
  function enter(world: World, weights: Map<string, number>): void {
    const fish = inputsOf(world).flatMap((source) => (source.kind === 'fish' ? [source.fish] : []));
    const cause = t`the swarm errs: a fresh expert`;
    const renew = (id: FishId): void => {
      world.renew(id, cause);
      weights.set(id, 1);
    };
    const left = fish.find((id) => lifeOf(world, id) === 'waiting');
    if (left !== undefined) {
      renew(left);
      return;
    }
    const living = fish.filter((id) => world.isAlive(id));
    const byWeight = living.toSorted((a, b) => weights.get(b)! - weights.get(a)!); // sources all have one
    const [heaviest] = byWeight;
    const lightest = byWeight.at(-1);
    if (heaviest === undefined || lightest === undefined) return;
    if (fish.length + expected.length >= plan.most) {
      if (lightest !== heaviest) renew(lightest);
      return;
    }
    const joined = world.enlist(heaviest);
    if (joined !== null) expected = [...expected, joined];
  }

  return {
    id: nodeId,
    communicate(world) {
      const speaking = expected.filter((id) => lifeOf(world, id) !== undefined);
      if (speaking.length === 0) return;
      const weights = weightsOf(world);
      for (const id of speaking) weights.set(id, 1);
      expected = expected.filter((id) => !speaking.includes(id));
      write(world, weights);
    },
    evaluated(world, evaluation: Evaluation) {
      const sources = inputsOf(world);
      const living = sources.filter((source) => source.kind === 'aggregator' || world.isAlive(source.fish));
      world.metrics({ [nodeSeries(nodeId, 'experts')]: living.length });
      waited += 1;
      if (waited < plan.period) return;
      waited = 0;
      const errors = new Map(
        living.flatMap((source) => {
          const score =
            source.kind === 'fish'
              ? evaluation.fish[world.plan.fish.findIndex(({ id }) => id === source.fish)]
              : evaluation.aggregators.get(source.nodeId);
          return score == null ? [] : [[sourceId(source), 1 - score.accuracy] as const];
        }),
      );
      const weights = punished(weightsOf(world), errors, plan.beta);
      for (const source of living) {
        const weight = weights.get(sourceId(source)) ?? 1;
        if (source.kind === 'fish' && errors.has(source.fish) && weight < plan.theta)
          world.rest(source.fish, t`it errs too much to be heard`);
      }
      const accuracy = evaluation.aggregators.get(nodeId)?.accuracy;
      if (accuracy !== undefined && 1 - accuracy > plan.tolerate) enter(world, weights);
      write(world, weights);
    },
    capture: () => ({ waited, expected }),
    restore(memory) {
      const read = memorySchema.parse(memory);
      waited = read.waited;
      expected = read.expected as FishId[]; // as captured
    },
  };
}
