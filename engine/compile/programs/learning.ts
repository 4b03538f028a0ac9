import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { SwarmPlan } from '../plan.ts';
import { Proposals } from './proposals.ts';
import type { SchoolText } from './schoolGraph.ts';
import { hasRules, hasZones, schoolRules, shoalOf } from './schoolRules.ts';
import { logits, think } from './state.ts';
import { exchangeStates, type Member } from './stateLinks.ts';

/** What the fish of one school learn from. R rows are B texts (classification) or B * T tokens (language modelling). */
export interface Lesson extends SchoolText {
  /** i32 [N, R]: the class, or the next token. */
  readonly targets: Tensor;
  /** [N, R, C]: the probabilities it should give, where there are such instead of one right answer. */
  readonly said?: Tensor;
  /** [N, R]: share of each row in its fish's loss. */
  readonly weights: Tensor;
}

/** Which links carry something in this program; absent where there are none. */
export interface ClusterLinks {
  /** bool [M], M fish of the cluster: who is heard. */
  readonly alive: Tensor;
  /** bool [M]: who takes a step. */
  readonly learns: Tensor;
  /** [M]: 1, or -1 where what the fish sends is inverted; absent where nobody says anything. */
  readonly sign?: Tensor;
  /** [M, M], [to][from] */
  readonly state?: Tensor;
  /** [M, M], [to][from] */
  readonly proposal?: Tensor;
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
  /** What the early exits answer, from the first on, [N, R, C] each. */
  readonly exits: readonly Tensor[];
  /** [N]: cross-entropy in nats a weighted row, as reported. */
  readonly loss: Tensor;
  /** [N]: what the fish minimise; 0 for a fish that takes no step. */
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
  const proposals = proposalsOf(g, plan, members, links);
  const thoughts = pairs.map(({ member, lesson }) =>
    g.scope(member.model.school.id, () => {
      const thought = think(member.model, lesson, proposals?.read(member.model) ?? null);
      proposals?.note(member, thought, lesson.weights);
      return thought;
    }),
  );
  const own = thoughts.map(({ state }) => state);
  const { alive, sign, state: adjacency, prediction } = links;
  const states =
    adjacency === undefined || sign === undefined
      ? own
      : g.scope('state', () => exchangeStates(g, plan, members, own, { alive, sign, adjacency }));
  const scores = pairs.map(({ member: { model } }, m) =>
    g.scope(model.school.id, () => logits(model, states[m]!, thoughts[m]!.prior)),
  ); // by school, [N, R, C]
  const answers = scores.map((score, m) =>
    g.scope(pairs[m]!.member.model.school.id, () => g.logSoftmax(score)),
  );
  const agreement =
    prediction === undefined || sign === undefined
      ? null
      : g.scope('prediction', () => {
          const spoken = spokenAnswers(g, members, scores, alive, sign);
          return predictionLosses(g, members, answers, spoken, prediction);
        });
  const schooled = pairs.map(({ member, lesson }, m) => {
    const { model } = member;
    if (sign === undefined || !hasRules(plan, model.school)) return null;
    const schools = members.map((other) => other.model.school);
    const shoal = shoalOf(plan, schools, model.school).map((school) => schools.indexOf(school));
    const mates = shoal.map((place) => members[place]!); // places of the list above
    const of = (all: readonly Tensor[]): Tensor[] => shoal.map((place) => all[place]!);
    return g.scope(`${model.school.id}.rules`, () =>
      schoolRules(g, {
        model,
        states: states[m]!,
        logProbs: answers[m]!,
        spoken: spokenAnswers(g, mates, of(scores), alive, sign),
        shown: shownStates(g, mates, of(states), alive, sign),
        weights: lesson.weights,
        byZones: hasZones(plan, model.school),
      }),
    );
  });

  return pairs.map(({ member, lesson }, m) =>
    g.scope('loss', () => {
      const logProbs = answers[m]!;
      const { loss, smoothed } = crossEntropy(g, plan.goal.labelSmoothing, logProbs, lesson);
      const exits = [...thoughts[m]!.exits.values()].map((score) => g.logSoftmax(score));
      const early = exits.map((answer) => crossEntropy(g, plan.goal.labelSmoothing, answer, lesson).smoothed);
      const taught = agreement?.[m];
      const answered = jointly(g, [...early, smoothed]);
      const agreed = taught === undefined ? answered : g.add(answered, taught);
      const whole = schooled[m] === null ? agreed : g.add(agreed, schooled[m]!);
      const learns = g.sliceAxis(links.learns, 0, member.start, member.start + member.model.fish); // [N]
      const right = g.cast(g.equal(g.argMax(logProbs), lesson.targets), 'f32'); // [N, R]
      return {
        logProbs,
        exits,
        loss,
        objective: g.where(learns, whole, 0),
        accuracy: g.reduceSum(g.mul(right, lesson.weights), [1]),
      };
    }),
  );
}

/** What fish of this program read of each other's answers; null where they read none. */
function proposalsOf(
  g: Graph,
  plan: SwarmPlan,
  members: readonly Member[],
  { alive, sign, proposal }: ClusterLinks,
): Proposals | null {
  const schools = members.map(({ model }) => model.school);
  if (proposal === undefined || sign === undefined) return null;
  return new Proposals(g, plan, schools, { alive, sign, adjacency: proposal });
}

/** Losses [N] of answers [N, R, C], as reported and as minimised. */
function crossEntropy(
  g: Graph,
  smoothing: number,
  logProbs: Tensor,
  { targets, said, weights }: Lesson,
): { readonly loss: Tensor; readonly smoothed: Tensor } {
  const nll =
    said === undefined
      ? g.neg(g.takeAlong(logProbs, targets)) // [N, R]
      : g.neg(g.reduceSum(g.mul(said, logProbs), [2]));
  const loss = g.reduceSum(g.mul(nll, weights), [1]);
  return { loss, smoothed: smooth(g, smoothing, loss, logProbs, weights) };
}

/**
 * The joint loss of all exits (BranchyNet, Teerapittayanon et al. 2016, arXiv 1709.01686, section III): their weighted sum.
 * The paper leaves the weights open; all are 1 / L here, as in MSDNet (Huang et al. 2018, 1703.09844), which keeps the
 * scale beside other terms.
 */
const jointly = (g: Graph, losses: readonly Tensor[]): Tensor =>
  losses.length === 1
    ? losses[0]!
    : g.mul(
        losses.reduce((a, b) => g.add(a, b)),
        1 / losses.length,
      );

function smooth(g: Graph, smoothing: number, loss: Tensor, logProbs: Tensor, weights: Tensor): Tensor {
  if (smoothing === 0) return loss;
  const uniform = g.neg(g.reduceMean(logProbs, [2])); // [N, R]
  return g.add(g.mul(loss, 1 - smoothing), g.mul(g.reduceSum(g.mul(uniform, weights), [1]), smoothing));
}

/**
 * What the fish say to each other: their probabilities as constants, of the negated logits where a fish is inverted, 0
 * where it is dead. @param scores logits by school, [N, R, C]. @returns [M, R C].
 */
function spokenAnswers(
  g: Graph,
  members: readonly Member[],
  scores: readonly Tensor[],
  alive: Tensor,
  sign: Tensor,
): Tensor {
  const [, rows = 1, outputs = 1] = scores[0]?.shape ?? [];
  const spoken = members.map(({ model, start }, m) => {
    const living = g.reshape(g.sliceAxis(alive, 0, start, start + model.fish), [model.fish, 1]);
    const signs = g.reshape(g.sliceAxis(sign, 0, start, start + model.fish), [model.fish, 1, 1]);
    const probabilities = g.exp(g.logSoftmax(g.mul(g.stopGradient(scores[m]!), signs))); // [N, R, C]
    return g.where(living, g.reshape(probabilities, [model.fish, rows * outputs]), 0); // [N, R C]
  });
  return spoken.length === 1 ? spoken[0]! : g.concat(spoken, 0);
}

/** The states fish show each other: constants, negated where a fish is inverted, 0 where it is dead. By member [N, R, D] -> [K, R D]. */
function shownStates(
  g: Graph,
  members: readonly Member[],
  states: readonly Tensor[],
  alive: Tensor,
  sign: Tensor,
): Tensor {
  const shown = members.map(({ model, start }, m) => {
    const state = states[m]!; // one for each member
    const own = (x: Tensor): Tensor =>
      g.reshape(g.sliceAxis(x, 0, start, start + model.fish), [model.fish, 1, 1]);
    const safe = g.where(own(alive), g.mul(g.stopGradient(state), own(sign)), 0);
    return g.reshape(safe, [model.fish, state.shape.slice(1).reduce((a, b) => a * b, 1)]);
  });
  return shown.length === 1 ? shown[0]! : g.concat(shown, 0);
}

/**
 * Mutual learning (Zhang et al. 2017, arXiv 1706.00384): sum_j a_ij KL(stopgrad(p_j) || p_i) for each fish i, without the
 * entropy of p_j, which has no gradient. The sum over j is one product: the teacher of i is sum_j a_ij p_j.
 *
 * @param spoken p_j, [M, R C]. @returns by school, [N].
 */
function predictionLosses(
  g: Graph,
  members: readonly Member[],
  answers: readonly Tensor[],
  spoken: Tensor,
  { adjacency, weights }: NonNullable<ClusterLinks['prediction']>,
): readonly Tensor[] {
  const [, rows = 1, outputs = 1] = answers[0]?.shape ?? [];
  return members.map(({ model, start }, m) => {
    const hears = g.sliceAxis(adjacency, 0, start, start + model.fish); // [N, M]
    const teacher = g.reshape(g.matmul(hears, spoken), [model.fish, rows, outputs]); // [N, R, C]
    const weighted = g.mul(teacher, g.reshape(weights, [1, rows, 1]));
    return g.neg(g.reduceSum(g.mul(weighted, answers[m]!), [1, 2])); // [N]
  });
}
