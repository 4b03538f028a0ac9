import type { FishId } from '#engine/core/brand.ts';
import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { fishOrder } from './fishOrder.ts';
import { PROPOSALS, PROPOSALS_TRUST, proposersOf } from './proposers.ts';
import type { SchoolGraph } from './schoolGraph.ts';
import { type Beside, logits, type Thought } from './state.ts';
import type { Member } from './stateLinks.ts';

/** No class is impossible to a mean: the logarithm of one in 10,000 is the least it says. */
const LEAST = 1e-4;
const TINY = 1e-12;

/** What one fish says to those that read its answer. */
interface Proposal {
  /** Probabilities [1, B, C], a constant to gradients; 0 in rows that do not count. */
  readonly said: Tensor;
  /** [1, B, 1]: 1 where it lives and its answer is numbers, else 0. */
  readonly counts: Tensor;
}

export interface ProposalInputs {
  /** bool [M], M fish of the program. */
  readonly alive: Tensor;
  /** [M]: 1, or -1 where what the fish says is inverted. */
  readonly sign: Tensor;
  /** [M, M], [to][from]: how strongly the answer of each is read. */
  readonly adjacency: Tensor;
}

/**
 * Layers of proposers and aggregators (Mixture-of-Agents, Wang et al. 2024, arXiv 2406.04692, section 2.2): the fish of a
 * layer read the text and what the fish of the layer below answer to it. There the agents are language models that read
 * each other's words; here the class probabilities of each proposer, and whether it answers at all, are multiplied by a
 * learned matrix and added to every token's embedding, so that all layers of the reader can hold them against the text; and
 * the logarithm of their mean, times a learned factor, is added to its logits: a reader begins as the average of what it reads
 * and learns where that is wrong, as the aggregators of the paper begin with models that can already write.
 * Nothing is learned through an answer that is read: every layer learns its own task. While it learns, a reader is not told
 * what a proposer answers to rows that this learns itself: those it knows by heart, and the reader would learn to believe
 * it (stacking makes its training set from held-out answers for the same reason: Wolpert 1992). Schools are visited in the
 * order of the plan, in which proposers come first. A proposer that other fish send states to proposes what it thinks before
 * it hears them.
 */
export class Proposals {
  readonly #g: Graph;
  readonly #plan: SwarmPlan;
  readonly #inputs: ProposalInputs;
  readonly #places: ReturnType<typeof fishOrder>;
  readonly #read: ReadonlySet<FishId>;
  readonly #spoken = new Map<FishId, Proposal>();

  constructor(g: Graph, plan: SwarmPlan, schools: readonly SchoolPlan[], inputs: ProposalInputs) {
    this.#g = g;
    this.#plan = plan;
    this.#inputs = inputs;
    this.#places = fishOrder(schools);
    this.#read = new Set(schools.flatMap((school) => proposersOf(plan, school)));
  }

  /**
   * Keeps what the fish of a school answer of a thought for those that read it.
   *
   * @param learns [N, B], above 0 in rows that a fish learns itself; null while nobody learns.
   */
  note({ model, start }: Member, thought: Thought, learns: Tensor | null): void {
    const { school, fish } = model;
    if (!school.fish.some((id) => this.#read.has(id))) return;
    const g = this.#g;
    const own = (x: Tensor): Tensor => g.reshape(g.sliceAxis(x, 0, start, start + fish), [fish, 1, 1]);
    const scores = g.mul(g.stopGradient(logits(model, thought.state, thought.prior)), own(this.#inputs.sign));
    const probabilities = g.exp(g.logSoftmax(scores)); // [N, B, C]
    const total = g.reduceSum(probabilities, [2], { keepDims: true }); // no number where one of them is none
    const able = g.and(own(this.#inputs.alive), g.greater(total, 0.5)); // bool [N, B, 1]
    const sound =
      learns === null ? able : g.and(able, g.lessEqual(g.reshape(learns, [fish, model.rows, 1]), 0));
    const said = g.where(sound, probabilities, 0);
    const counts = g.cast(sound, 'f32');
    school.fish.forEach((id, slot) => {
      const one = (x: Tensor): Tensor => g.sliceAxis(x, 0, slot, slot + 1);
      this.#spoken.set(id, { said: one(said), counts: one(counts) });
    });
  }

  /** What the fish of a school make of the answers they read; null where they read none. */
  read(model: SchoolGraph): Beside | null {
    const g = this.#g;
    const { school, fish, rows, data } = model;
    const proposers = proposersOf(this.#plan, school);
    if (proposers.length === 0) return null;
    const [count, width] = [proposers.length, data.classes + 1];
    const silent = g.fill(0, [1, rows, width]);
    const features = proposers.map((id) => {
      const one = this.#spoken.get(id);
      return one === undefined ? silent : g.concat([one.said, one.counts], 2);
    });
    const all = count === 1 ? features[0]! : g.concat(features, 2); // [1, B, K (C + 1)]
    const strengths = g.broadcast(g.reshape(this.#strengths(school, proposers), [fish, 1, count, 1]), [
      fish,
      1,
      count,
      width,
    ]);
    const read = g.mul(all, g.reshape(strengths, [fish, 1, count * width])); // [N, B, K (C + 1)]
    const sums = g.reduceSum(g.reshape(read, [fish, rows, count, width]), [2]); // [N, B, C + 1]
    const said = g.sliceAxis(sums, 2, 0, data.classes);
    const heard = g.sliceAxis(sums, 2, data.classes, width); // [N, B, 1]
    const mean = g.log(g.add(g.div(said, g.maximum(heard, TINY)), LEAST));
    const trust = g.reshape(model.parameter(PROPOSALS_TRUST), [fish, 1, 1]);
    return {
      tokens: g.matmul(read, model.parameter(PROPOSALS)), // [N, B, D]
      prior: g.mul(g.where(g.greater(heard, 0), mean, 0), trust), // [N, B, C]
    };
  }

  /** [N, K] */
  #strengths(school: SchoolPlan, proposers: readonly FishId[]): Tensor {
    const g = this.#g;
    const [first] = school.fish;
    const start = first === undefined ? 0 : (this.#places.get(first)?.index ?? 0);
    const rows = g.sliceAxis(this.#inputs.adjacency, 0, start, start + school.fish.length); // [N, M]
    const columns = proposers.map((id) => {
      const index = this.#places.get(id)?.index;
      return index === undefined
        ? g.fill(0, [school.fish.length, 1])
        : g.sliceAxis(rows, 1, index, index + 1);
    });
    return columns.length === 1 ? columns[0]! : g.concat(columns, 1);
  }
}
