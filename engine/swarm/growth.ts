import { planWith } from '#engine/compile/addFish.ts';
import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import { serverOf } from '#engine/compile/mechanisms/boundary.ts';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import { growSwarm } from '#engine/compile/programs/growSwarm.ts';
import { sourceId } from '#engine/compile/sources.ts';
import type { FishId } from '#engine/core/brand.ts';
import { type Body, createBody, type Ground } from './body.ts';
import { commonStart } from './commonStart.ts';
import { type LoopState, newborn } from './loopState.ts';
import { captureMechanisms, captureTensors, restoreMechanisms } from './mechanisms/memory.ts';
import { sharesOf } from './prepareSwarm.ts';
import { Programs } from './programs.ts';

/** A larger swarm whose programs are being compiled. */
interface Larger {
  readonly swarm: CompiledSwarm;
  readonly answering: Programs;
  readonly ready: Promise<void>;
}

/** Lets fish join a running swarm: compiles for them while the others learn, then puts the larger body in place. */
export class Growth {
  readonly #ground: Ground;
  #next: Larger | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Throws `invalid-arguments` where a swarm of this plan cannot be made of the present one. */
  check(body: Body, plan: SwarmPlan): void {
    growSwarm(this.#next?.swarm ?? body.prepared.swarm, plan);
  }

  /** Begins to compile for the fish of `state.joining`. */
  prepare(body: Body): void {
    const before = this.#next;
    const swarm = growSwarm(before?.swarm ?? body.prepared.swarm, this.#plan(body));
    const answering = new Programs(this.#ground.executor, this.#ground.tensorState);
    const ready = (before?.ready ?? Promise.resolve()).then(async () => {
      await before?.answering.dispose();
      await this.#compile(body, swarm, answering);
    });
    ready.catch(() => undefined); // told by `join`
    this.#next = { swarm, answering, ready };
  }

  #plan(body: Body): SwarmPlan {
    return planWith(body.plan, this.#ground.state.joining);
  }

  async #compile(body: Body, swarm: CompiledSwarm, answering: Programs): Promise<void> {
    const old = new Set(body.prepared.swarm.clusters);
    for (const cluster of swarm.clusters) {
      if (old.has(cluster)) continue;
      for (const length of cluster.lengths) await this.#ground.programs.prepare(cluster.program(length));
    }
    for (const length of swarm.answers.lengths) await answering.prepare(swarm.answers.evaluate(length));
  }

  /** The body with the fish of `state.joining`, which becomes empty. Tensors of all others stay as they are. */
  async join(body: Body): Promise<Body> {
    const { state } = this.#ground;
    if (this.#next === null) this.prepare(body);
    const { swarm, answering, ready } = this.#next!; // prepared above
    await ready;
    this.#next = null;
    const { prepared } = body.prepared;
    const shares = sharesOf(swarm.plan, prepared, swarm.plan.run.seed);
    const next = createBody(this.#ground, { swarm, prepared, shares }, answering);
    const known = new Set(body.prepared.swarm.tensors.map(({ name }) => name));
    next.tensors.initialise(({ name }) => !known.has(name));
    next.tensors.initialiseAggregators();
    for (const one of state.joining) state.fish[one.id] = newborn(state.round);
    beginWithOthers(next, state);
    newcomersHeard(swarm.plan, state);
    state.added = [...state.added, ...state.joining.map((one) => ({ ...one, round: state.round }))];
    state.joining = [];
    captureMechanisms(body.mechanisms, state);
    restoreMechanisms(next.mechanisms, state, captureTensors(body.mechanisms));
    next.weights.version = body.weights.version + 1;
    await body.answering.dispose();
    return next;
  }

  async dispose(): Promise<void> {
    await this.#next?.ready.catch(() => undefined);
    await this.#next?.answering.dispose();
  }
}

/**
 * Where a newcomer's place is among fish that began with common weights (R7), since averages of weights mean something only
 * between descendants of one ancestor, it begins with those that the fish beside it has now (if that fish is dead, the first
 * living one that began so), its moments at 0. A client takes its server's model instead.
 */
function beginWithOthers({ plan, weights }: Body, { fish, joining }: LoopState): void {
  const start = commonStart(plan);
  for (const { id, place } of joining) {
    if (serverOf(plan, id) !== undefined) continue;
    const kept = plan.fish.filter(
      (one) =>
        one.id !== id &&
        !joining.some((other) => other.id === one.id) &&
        start.get(one.id) === start.get(id) &&
        weights.layoutKey(one.id) === weights.layoutKey(id),
    );
    const lives = (one: FishId): boolean => fish[one]?.state === 'running';
    const model =
      kept.find((one) => one.id === place && lives(one.id)) ??
      kept.find((one) => lives(one.id)) ??
      kept.find((one) => one.id === place);
    if (model === undefined) continue;
    weights.writeFish(id, weights.readFish(model.id));
  }
}

/** Where an aggregator weighs its sources by itself, a newcomer begins with the mean of their weights. */
function newcomersHeard(plan: SwarmPlan, { hearing, joining }: LoopState): void {
  for (const aggregator of plan.aggregators) {
    const own = hearing[aggregator.nodeId];
    if (own === undefined) continue;
    const logs = Object.values(own);
    const top = Math.max(...logs);
    const mean = logs.reduce((sum, log) => sum + Math.exp(log - top), 0) / logs.length;
    const first = Number.isFinite(top) ? top + Math.log(mean) : 0;
    for (const source of aggregator.inputs) {
      if (source.kind === 'fish' && joining.some(({ id }) => id === source.fish))
        own[sourceId(source)] = first;
    }
  }
}
