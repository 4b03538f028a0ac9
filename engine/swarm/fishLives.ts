import type { SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { randomStream } from '#engine/core/random.ts';
import type { FishTrouble } from '#engine/protocol/events.ts';
import { t } from '../core/text.ts';
import { type Corruption, type FishLife, type LoopState, newborn, noSums } from './loopState.ts';
import { noisy } from './noisy.ts';
import type { Recorder } from './recorder.ts';
import type { SwarmTensors } from './swarmTensors.ts';
import type { WeightSpace } from './weightSpace.ts';

/** Who lives, who does not, and why. */
export class FishLives {
  readonly #plan: SwarmPlan;
  readonly #state: LoopState;
  readonly #tensors: SwarmTensors;
  readonly #weights: WeightSpace;
  readonly #recorder: Recorder;

  constructor(
    plan: SwarmPlan,
    state: LoopState,
    { tensors, weights }: { readonly tensors: SwarmTensors; readonly weights: WeightSpace },
    recorder: Recorder,
  ) {
    this.#plan = plan;
    this.#state = state;
    this.#tensors = tensors;
    this.#weights = weights;
    this.#recorder = recorder;
  }

  isAlive(fish: FishId): boolean {
    return this.#state.fish[fish]?.state === 'running';
  }

  living(): number {
    return Object.values(this.#state.fish).filter(({ state }) => state === 'running').length;
  }

  /** Throws `invalid-arguments` for a fish this swarm does not have. */
  check(fish: string): FishLife {
    const life = Object.hasOwn(this.#state.fish, fish) ? this.#state.fish[fish] : undefined;
    if (life === undefined) {
      const known = this.#plan.fish.map(({ id }) => id).join(', ');
      throw new ShuuraiError('invalid-arguments', t`The swarm has no fish "${fish}". It has ${known}.`, {
        details: { fish },
      });
    }
    return life;
  }

  kill(fish: FishId, killedBy: string, cause: string): void {
    const life = this.check(fish);
    life.state = 'dead';
    life.killedBy = killedBy;
    this.#say(fish, life, cause);
  }

  wake(fish: FishId, cause: string): void {
    const life = this.check(fish);
    life.state = 'running';
    life.killedBy = null;
    this.#say(fish, life, cause);
  }

  /** Keeps a fish in reserve. */
  rest(fish: FishId, cause: string): void {
    const life = this.check(fish);
    life.state = 'waiting';
    life.killedBy = null;
    this.#recorder.emit({ type: 'fish', fish, state: 'waiting', cause });
  }

  /** Ends its life in this swarm for good. */
  remove(fish: FishId, cause: string): void {
    const life = this.check(fish);
    life.state = 'removed';
    life.killedBy = null;
    this.#say(fish, life, cause);
  }

  /** Tells of a change in a fish that lives on. */
  tell(fish: FishId, cause: string): void {
    this.#say(fish, this.check(fish), cause);
  }

  /** A fresh fish in the place of this one, alive or dead: first weights from a new random stream, and no past. */
  replace(fish: FishId, cause: string): void {
    const old = this.check(fish);
    const life = { ...newborn(this.#state.round), generation: old.generation + 1 };
    this.#state.fish[fish] = life;
    this.#renew(fish, life);
    this.#say(fish, life, cause);
  }

  #say(fish: FishId, life: FishLife, cause: string): void {
    const trouble = troubleOf(life);
    this.#recorder.emit({
      type: 'fish',
      fish,
      state: life.state,
      cause,
      ...(trouble.length === 0 ? {} : { trouble }),
    });
  }

  #renew(fish: FishId, { generation }: FishLife): void {
    this.#tensors.reset(fish, generation);
    this.#weights.version += 1;
  }

  /** @param amount of noise: its deviation as a multiple of each parameter's root mean square. */
  corrupt(fish: FishId, kind: 'noise' | Corruption, amount: number): void {
    const life = this.check(fish);
    if (kind !== 'noise') {
      if (!life.corruption.includes(kind)) life.corruption = [...life.corruption, kind];
      return;
    }
    life.noises += 1;
    const random = randomStream(this.#plan.run.seed, 'noise', fish, life.noises);
    this.#weights.writeFish(fish, noisy(this.#weights, fish, amount, random));
  }

  /**
   * Marks fish as failed and gives them their first weights back, so that nothing that is not a number is left for
   * others to hear. Throws `diverged` where nobody lives or will come back.
   */
  fail(failed: readonly FishId[], what: string): void {
    const { round, step } = this.#state;
    for (const fish of failed) {
      const life = this.check(fish);
      life.state = 'failed';
      life.killedBy = null;
      life.steps = 0;
      life.point = noSums();
      life.round = noSums();
      this.#renew(fish, life);
      const cause = t`${what} was no longer a number at step ${step} of round ${round}`;
      this.#say(fish, life, cause);
    }
    const supervised = this.#plan.mechanisms.some(
      (mechanism) =>
        mechanism.kind === 'supervise' &&
        ((mechanism.policy === 'restart' && mechanism.fish.some((id) => failed.includes(id))) ||
          mechanism.spares.some((id) => this.check(id).state === 'waiting')),
    );
    const returning = Object.entries(this.#state.faults).some(([nodeId, held]) =>
      Object.entries(held).some(([id, until]) => until > round && this.check(id).killedBy === nodeId),
    );
    const last = failed.at(-1);
    if (last === undefined || this.living() > 0 || returning || supervised) return;
    throw this.#diverged(last, what);
  }

  #diverged(last: FishId, what: string): ShuuraiError {
    const { round } = this.#state;
    const plan = this.#plan.fish.find(({ id }) => id === last);
    const rate = this.check(last).rate ?? plan?.training.learningRate ?? 0;
    const clip = plan?.training.clipNorm === 0 ? t`, clip its gradient,` : '';
    return new ShuuraiError(
      'diverged',
      t`The run diverged: no fish is left. The last was "${plan?.name ?? last}" (${last}) in round ${round}, when ${what} was no longer a number. Lower its learning rate (${rate})${clip} or make its warm-up longer.`,
      { details: { fish: last, round, learningRate: rate } },
    );
  }
}

function troubleOf({ frozen, noises, corruption, pace }: FishLife): FishTrouble[] {
  return [
    ...(frozen ? (['frozen'] as const) : []),
    ...(noises > 0 ? (['noise'] as const) : []),
    ...corruption,
    ...(pace > 1 ? (['slow'] as const) : []),
  ];
}
