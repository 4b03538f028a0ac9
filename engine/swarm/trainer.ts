import type { CompiledSwarm, StepFeeds, TrainCluster } from '#engine/compile/compiled.ts';
import type { FishPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import { adjacency } from './adjacency.ts';
import { bucketLength } from './bucketLength.ts';
import { carriedShares } from './carried.ts';
import { ClusterBatches } from './clusterBatches.ts';
import { rateFactor } from './learningRate.ts';
import type { FishLife, LoopState, Sums } from './loopState.ts';
import { openTalk } from './openTalk.ts';
import type { Programs } from './programs.ts';
import type { Regimes } from './regimes.ts';
import { isInverted } from './sent.ts';

export interface StepReport {
  /** Fish whose loss or gradient was not a number; their weights may be spoilt. */
  readonly failed: readonly FishId[];
  /** Training examples of all fish, and their tokens. */
  readonly examples: number;
  readonly tokens: number;
  readonly flops: number;
}

interface Learner {
  readonly cluster: TrainCluster;
  /** By the cluster's order. */
  readonly fish: readonly FishPlan[];
  /** With every fish's own share and all rows; tells how many steps there are in a round. */
  readonly base: ClusterBatches;
  /** Of the rows that exist and are carried in the round looked at last. */
  now: { readonly key: string; readonly batches: ClusterBatches };
  /** Who hears whom, as looked at last: in which round, with which links changed by commands and faults. */
  heard: ({ readonly key: string } & StepFeeds['adjacency']) | null;
}

/** The local steps of a round. */
export class Trainer {
  /** Local steps of the busiest fish in a round. */
  readonly roundSteps: number;
  readonly #swarm: CompiledSwarm;
  readonly #programs: Programs;
  readonly #train: EncodedExamples;
  readonly #shares: ReadonlyMap<FishId, Int32Array>;
  readonly #regimes: Regimes;
  readonly #learners: readonly Learner[];

  constructor(
    swarm: CompiledSwarm,
    programs: Programs,
    {
      train,
      shares,
      regimes,
    }: {
      readonly train: EncodedExamples;
      readonly shares: ReadonlyMap<FishId, Int32Array>;
      readonly regimes: Regimes;
    },
  ) {
    this.#swarm = swarm;
    this.#programs = programs;
    this.#train = train;
    this.#shares = shares;
    this.#regimes = regimes;
    const { plan } = swarm;
    const fishPlans = new Map(plan.fish.map((fish) => [fish.id, fish]));
    const settings = { seed: plan.run.seed, run: plan.run, train, shares };
    const isNew = ({ schools }: TrainCluster): boolean => schools.every(({ kin }) => kin !== undefined);
    const batches = swarm.clusters.map((cluster) => new ClusterBatches(cluster, settings));
    const most = Math.max(
      1,
      ...batches.flatMap((own, c) => (isNew(swarm.clusters[c]!) ? [] : [own.roundSteps])),
    );
    this.#learners = swarm.clusters.map((cluster, c) => {
      const own = batches[c]!; // one for each cluster
      // Steps are counted by the busiest of the first fish, so a newcomer takes no more of them.
      const steps = own.steps.map((count) => Math.min(count, most));
      const base =
        isNew(cluster) && own.roundSteps > most ? new ClusterBatches(cluster, { ...settings, steps }) : own;
      return {
        cluster,
        fish: cluster.fish.map((id) => fishPlans.get(id)!), // clusters are made of the plan's fish
        base,
        now: { key: '', batches: base },
        heard: null,
      };
    });
    this.roundSteps = Math.max(1, ...this.#learners.map(({ base }) => base.roundSteps));
  }

  /** The batches of this round. A fish takes as many steps as ever, whatever rows it has to learn from now. */
  #batches(learner: Learner, { round, cover }: LoopState): ClusterBatches {
    const drift = this.#regimes.key(round);
    const carried = Object.keys(cover).length > 0;
    const key = drift === '' && !carried ? '' : `${drift} ${JSON.stringify(cover)}`;
    if (learner.now.key === key) return learner.now.batches;
    let batches = learner.base;
    if (key !== '') {
      const { run } = this.#swarm.plan;
      const shares = new Map(
        [...carriedShares(this.#shares, cover)].map(([id, rows]) => [
          id,
          this.#regimes.rows(this.#train, rows, round),
        ]),
      );
      const { steps } = learner.base;
      batches = new ClusterBatches(learner.cluster, {
        seed: run.seed,
        run,
        train: this.#train,
        shares,
        steps,
      });
    }
    learner.now = { key, batches };
    return batches;
  }

  /** Step `state.step` of `state.round`, of every cluster that still has one. Adds to the fish's sums. */
  async step(state: LoopState): Promise<StepReport> {
    const failed: FishId[] = [];
    let examples = 0;
    let tokens = 0;
    let flops = 0;
    for (const learner of this.#learners) {
      const done = await this.#clusterStep(learner, state);
      failed.push(...done.failed);
      examples += done.examples;
      tokens += done.tokens;
      flops += done.flops;
    }
    return { failed, examples, tokens, flops };
  }

  async #clusterStep(learner: Learner, state: LoopState): Promise<StepReport> {
    const { cluster, fish } = learner;
    const batches = this.#batches(learner, state);
    const { plan } = this.#swarm;
    const { round, step } = state;
    const lives = fish.map(({ id }) => state.fish[id]!); // the state has all fish: see readLoopState
    const active = lives.map(
      (life, i) =>
        life.state === 'running' &&
        !life.frozen &&
        !life.resting &&
        step < batches.steps[i]! &&
        step % life.pace === 0,
    );
    const flag = (holds: (life: FishLife) => boolean): Uint8Array =>
      Uint8Array.from(lives, (life) => (holds(life) ? 1 : 0));
    if (!active.includes(true)) return { failed: [], examples: 0, tokens: 0, flops: 0 };

    const now = batches.batches(round, step);
    const learningRate = new Float32Array(fish.length);
    const fishStep = new Int32Array(fish.length);
    fish.forEach(({ training }, i) => {
      const own = batches.steps[i]!;
      const { born, rate } = lives[i]!;
      const clock = (round - born) * own + step + 1;
      const total = (plan.run.rounds - born + 1) * own;
      learningRate[i] = (rate ?? training.learningRate) * rateFactor(training, clock, total);
      fishStep[i] = lives[i]!.steps + 1;
    });
    let longest = 1;
    let examples = 0;
    const tokens = new Float64Array(fish.length);
    now.forEach(({ rows, weights }, i) => {
      rows.forEach((row, k) => {
        if (weights[k] === 0) return;
        if (active[i] === true) {
          examples += 1;
          tokens[i]! += this.#train.lengths[row]!;
        }
        // Also of the dead: another length would round differently, and their death change the others' numbers.
        longest = Math.max(longest, this.#train.lengths[row]!);
      });
    });
    const length = bucketLength(cluster.lengths, longest);
    const program = cluster.program(length);
    const feeds = cluster.feeds({
      examples: this.#train,
      batches: now,
      length,
      learningRate,
      alive: flag((life) => life.state === 'running'),
      learns: Uint8Array.from(active, (is) => (is ? 1 : 0)),
      inverted: flag(isInverted),
      rules: fish.map((one, i) => (one.rules === undefined ? null : (lives[i]!.rules ?? one.rules))),
      mislabelled: flag(({ corruption }) => corruption.includes('label-flip')),
      fishStep,
      step: (round - 1) * this.roundSteps + step + 1,
      seed: plan.run.seed,
      adjacency: this.#heard(learner, state),
    });
    const result = cluster.read(await this.#programs.call(program, feeds));

    const failed: FishId[] = [];
    lives.forEach((life, i) => {
      if (active[i] !== true) return;
      const loss = result.loss[i]!;
      const gradNorm = result.gradNorm[i]!;
      if (!Number.isFinite(loss) || !Number.isFinite(gradNorm)) failed.push(fish[i]!.id);
      else if (now[i]!.weights.some((weight) => weight > 0))
        note(life, {
          loss,
          accuracy: result.accuracy[i]!,
          gradNorm,
          rate: learningRate[i]!,
          tokens: tokens[i]!,
        });
      life.steps += 1;
      life.done += 1;
    });
    return {
      failed,
      examples,
      tokens: tokens.reduce((sum, count) => sum + count, 0),
      flops: this.#programs.flops(program),
    };
  }

  /** At the end of a round's local steps: the heart of each live fish that did all of its steps beats. */
  beat(state: LoopState): void {
    for (const learner of this.#learners) {
      const { steps } = this.#batches(learner, state);
      learner.fish.forEach(({ id }, i) => {
        const life = state.fish[id]!; // the state has all fish: see readLoopState
        if (life.state === 'running' && (life.frozen || life.resting || life.done >= steps[i]!))
          life.beat = state.round;
        life.done = 0;
      });
    }
  }

  #heard(learner: Learner, state: LoopState): NonNullable<Learner['heard']> {
    const { round, links, faults } = state;
    const key = `${round} ${JSON.stringify([links, faults])}`;
    if (learner.heard?.key === key) return learner.heard;
    const { cluster } = learner;
    const talk = openTalk(this.#swarm.plan, state);
    const now = { round, seed: this.#swarm.plan.run.seed };
    learner.heard = {
      key,
      state: adjacency(cluster.fish, talk, 'state', now),
      prediction: adjacency(cluster.fish, talk, 'prediction', now),
      proposal: adjacency(cluster.fish, talk, 'proposal', now),
    };
    return learner.heard;
  }
}

interface Lesson {
  readonly loss: number;
  readonly accuracy: number;
  readonly gradNorm: number;
  readonly rate: number;
  readonly tokens: number;
}

function note(life: FishLife, { loss, accuracy, gradNorm, rate, tokens }: Lesson): void {
  const add = (sums: Sums): void => {
    sums.steps += 1;
    sums.loss += loss;
    sums.accuracy += accuracy;
    sums.gradNorm += gradNorm;
    sums.tokens += tokens;
  };
  add(life.point);
  add(life.round);
  life.lastRate = rate;
}
