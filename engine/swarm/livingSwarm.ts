import { planWith } from '#engine/compile/addFish.ts';
import type { PredictionSource } from '#engine/compile/plan.ts';
import { fishInfo, shareOf } from './announce.ts';
import type { Body, Ground } from './body.ts';
import { LiveCommands } from './commands/liveCommands.ts';
import { fishAnswers } from './fishAnswers.ts';
import { FishLives } from './fishLives.ts';
import { Growth } from './growth.ts';
import type { World } from './mechanisms/mechanism.ts';
import type { Recorder } from './recorder.ts';
import { TuningAnswers } from './tuningAnswers.ts';
import { type Voices, voicesOf } from './voices.ts';
import { openWorld } from './world.ts';

/** The swarm as it is now: a body, and what goes by its plan. All of them are made anew when fish join. */
export class LivingSwarm {
  readonly #ground: Ground;
  readonly #recorder: Recorder;
  readonly #growth: Growth;
  #body: Body;
  #lives: FishLives;
  #commands: LiveCommands;
  #world: World;

  constructor(ground: Ground, body: Body, recorder: Recorder) {
    this.#ground = ground;
    this.#recorder = recorder;
    this.#growth = new Growth(ground);
    this.#body = body;
    this.#lives = this.#openLives();
    this.#commands = this.#openCommands();
    this.#world = this.#openWorld();
  }

  get body(): Body {
    return this.#body;
  }

  get lives(): FishLives {
    return this.#lives;
  }

  get commands(): LiveCommands {
    return this.#commands;
  }

  get world(): World {
    return this.#world;
  }

  /** Optimizer steps of the run so far; the x axis of training curves. */
  get step(): number {
    const { round, step } = this.#ground.state;
    return (round - 1) * this.#body.trainer.roundSteps + step;
  }

  /** Who is heard by whom; `isLost`: not in this round. */
  voices(isLost?: (source: PredictionSource) => boolean): Voices {
    return voicesOf(this.#body.plan, (id) => this.#lives.isAlive(id), this.#ground.state, isLost);
  }

  /** Fish that were asked for join. */
  async welcome(): Promise<void> {
    const newcomers = new Set(this.#ground.state.joining.map(({ id }) => id));
    if (newcomers.size === 0) return;
    this.#body = await this.#growth.join(this.#body);
    this.#lives = this.#openLives();
    this.#commands = this.#openCommands();
    this.#world = this.#openWorld();
    const { plan, prepared } = this.#body;
    for (const fish of plan.fish) {
      if (!newcomers.has(fish.id)) continue;
      this.#recorder.emit({ type: 'fish-added', fish: fishInfo(prepared, fish) });
      this.#recorder.metrics(this.step, shareOf(prepared, fish));
    }
  }

  #openLives(): FishLives {
    return new FishLives(this.#body.plan, this.#ground.state, this.#body, this.#recorder);
  }

  #openCommands(): LiveCommands {
    const { state } = this.#ground;
    return new LiveCommands(this.#body.plan, state, this.#lives, this.#recorder, {
      check: (addition) =>
        this.#growth.check(this.#body, planWith(this.#body.plan, [...state.joining, addition])),
      prepare: () => this.#growth.prepare(this.#body),
    });
  }

  #openWorld(): World {
    const tuning = new TuningAnswers(this.#body, this.#ground.state, () => this.voices());
    return openWorld(this.#ground, this.#body, {
      lives: this.#lives,
      answers: (of) => tuning.now(of),
      say: (examples, rows) => fishAnswers(this.#body, examples, rows, this.voices()),
      enlist: (like) => this.#commands.enlist(like),
      metrics: (values) => this.#recorder.metrics(this.step, values),
      emit: (event) => this.#recorder.emit(event),
    });
  }

  async dispose(): Promise<void> {
    const { programs, tensorState } = this.#ground;
    await this.#growth.dispose();
    await this.#body.answering.dispose();
    await programs.dispose();
    tensorState.dispose();
  }
}
