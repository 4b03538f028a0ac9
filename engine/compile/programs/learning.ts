import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { SwarmPlan } from '../plan.ts';
import type { SchoolText } from './schoolGraph.ts';
import { fishState, logits } from './state.ts';
import { exchangeStates, type Member } from './stateLinks.ts';
import { transformer } from './transformer.ts';

/** What the fish of one school learn from. R rows are B texts (classification) or B * T tokens (language modelling). */
export interface Lesson extends SchoolText {
  /** i32 [N, R]: the class, or the next token. */
  readonly targets: Tensor;
  /** [N, R]: share of each row in its fish's loss. */
  readonly weights: Tensor;
}

/** Which links carry something in this program; absent where there are none. */
export interface ClusterLinks {
  /** bool [M], M fish of the cluster. */
  readonly alive: Tensor;
  /** [M, M], [to][from] */
  readonly state?: Tensor;
  readonly prediction?: {
    /** [M, M], [to][from] */
    readonly adjacency: Tensor;
    /** [R]: share of each row in the agreement of fish. */
    readonly weights: Tensor;
  };
}

export interface Learned {
  /** [N, R, C] */
  readonly logProbs: Tensor;
  /** [N]: cross-entropy in nats a weighted row, as reported. */
  readonly loss: Tensor;
  /** [N]: what the fish minimise; 0 for a dead fish. */
  readonly objective: Tensor;
  /** [N]: weighted share of rows whose most probable output is the target. */
  readonly accuracy: Tensor;
}

/**
 * The losses of all fish of a cluster, by school.
 *
 * Label smoothing (Szegedy et al. 2016, arXiv 1512.00567, section 7) mixes the target with the uniform distribution; it is
 * part of the objective and not of the reported loss.
 */
export function learn(
  g: Graph,
  plan: SwarmPlan,
  members: readonly Member[],
  lessons: readonly Lesson[],
  links: ClusterLinks,
): readonly Learned[] {
  const pairs = members.map((member, m) => ({ member, lesson: lessons[m]! })); // a lesson for each school
  const own = pairs.map(({ member: { model }, lesson }) =>
    g.scope(model.school.id, () => fishState(model, lesson, transformer(model, lesson))),
  );
  const states =
    links.state === undefined
      ? own
      : g.scope('state', () => exchangeStates(g, plan, members, own, links.alive, links.state!));
  const answers = pairs.map(({ member: { model } }, m) =>
    g.scope(model.school.id, () => g.logSoftmax(logits(model, states[m]!))),
  ); // by school, [N, R, C]
  const { prediction } = links;
  const agreement =
    prediction === undefined
      ? null
      : g.scope('prediction', () =>
          predictionLosses(g, members, answers, links.alive, prediction.adjacency, prediction.weights),
        );

  return pairs.map(({ member, lesson }, m) =>
    g.scope('loss', () => {
      const logProbs = answers[m]!;
      const nll = g.neg(g.takeAlong(logProbs, lesson.targets)); // [N, R]
      const loss = g.reduceSum(g.mul(nll, lesson.weights), [1]); // [N]
      const smoothed = smooth(g, plan.goal.labelSmoothing, loss, logProbs, lesson.weights);
      const taught = agreement?.[m];
      const whole = taught === undefined ? smoothed : g.add(smoothed, taught);
      const alive = g.sliceAxis(links.alive, 0, member.start, member.start + member.model.fish); // [N]
      const right = g.cast(g.equal(g.argMax(logProbs), lesson.targets), 'f32'); // [N, R]
      return {
        logProbs,
        loss,
        objective: g.where(alive, whole, 0),
        accuracy: g.reduceSum(g.mul(right, lesson.weights), [1]),
      };
    }),
  );
}

function smooth(g: Graph, smoothing: number, loss: Tensor, logProbs: Tensor, weights: Tensor): Tensor {
  if (smoothing === 0) return loss;
  const uniform = g.neg(g.reduceMean(logProbs, [2])); // [N, R]
  return g.add(g.mul(loss, 1 - smoothing), g.mul(g.reduceSum(g.mul(uniform, weights), [1]), smoothing));
}

/**
 * Mutual learning (Zhang et al. 2017, arXiv 1706.00384): sum_j a_ij KL(stopgrad(p_j) || p_i) for each fish i, without the
 * entropy of p_j, which has no gradient. The sum over j is one product: the teacher of i is sum_j a_ij p_j.
 *
 * @returns by school, [N].
 */
function predictionLosses(
  g: Graph,
  members: readonly Member[],
  answers: readonly Tensor[],
  alive: Tensor,
  adjacency: Tensor,
  weights: Tensor,
): readonly Tensor[] {
  const [, rows = 1, outputs = 1] = answers[0]?.shape ?? [];
  const spoken = members.map(({ model, start }, m) => {
    const living = g.reshape(g.sliceAxis(alive, 0, start, start + model.fish), [model.fish, 1]);
    const probabilities = g.exp(g.stopGradient(answers[m]!)); // [N, R, C]
    return g.where(living, g.reshape(probabilities, [model.fish, rows * outputs]), 0); // [N, R C]
  });
  const all = spoken.length === 1 ? spoken[0]! : g.concat(spoken, 0); // [M, R C]
  return members.map(({ model, start }, m) => {
    const hears = g.sliceAxis(adjacency, 0, start, start + model.fish); // [N, M]
    const teacher = g.reshape(g.matmul(hears, all), [model.fish, rows, outputs]); // [N, R, C]
    const weighted = g.mul(teacher, g.reshape(weights, [1, rows, 1]));
    return g.neg(g.reduceSum(g.mul(weighted, answers[m]!), [1, 2])); // [N]
  });
}
