import { planWith } from '#engine/compile/addFish.ts';
import type { PredictionSource } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import type { CellTexts } from '#engine/protocol/api/measured.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import { runSeries } from '#engine/protocol/series.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { t } from '../core/text.ts';
import { announce, fishInfo, shareOf } from './announce.ts';
import {
  type Answered,
  answeredOf,
  type ConfusionCell,
  pickTexts,
  readAnswered,
  storeAnswered,
} from './answered.ts';
import type { Body, Ground } from './body.ts';
import { confusionsOf, pickConfusion } from './confusions.ts';
import type { Controls } from './controls.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { evaluationMetrics } from './evaluationMetrics.ts';
import { strike } from './faults.ts';
import { fishAnswers } from './fishAnswers.ts';
import { FishLives } from './fishLives.ts';
import type { FishTensors } from './fishTensors.ts';
import { Growth } from './growth.ts';
import { LiveCommands, type SwarmCommand } from './liveCommands.ts';
import type { LoopState } from './loopState.ts';
import { lostVoices } from './lostVoices.ts';
import type { World } from './mechanisms/mechanism.ts';
import { captureMechanisms, captureTensors } from './mechanisms/memory.ts';
import { noteEvaluation, weightMetrics } from './noteEvaluation.ts';
import { predictTexts } from './predictTexts.ts';
import type { Recorder } from './recorder.ts';
import { type Confusions, readConfusions, storeConfusions } from './runFiles.ts';
import { stopReason } from './stopRule.ts';
import { strengthMetrics } from './strengthMetrics.ts';
import { takePoint, takeRound } from './trainMetrics.ts';
import { TuningAnswers } from './tuningAnswers.ts';
import type { Confusion, PredictOptions, RunEnd } from './types.ts';
import { type Voices, voicesOf } from './voices.ts';
import { openWorld } from './world.ts';

/** Points of the training curve in a round, at most. */
const POINTS = 5;

const kills = ({ type }: RunCommand): boolean => type === 'kill-fish' || type === 'remove-fish';

/** What a loop works with; all of it belongs to this run alone. */
export interface LoopParts {
  readonly run: RunHandle;
  readonly recorder: Recorder;
  readonly controls: Controls;
  readonly ground: Ground;
}

/** Goes through the rounds. All that a checkpoint must hold besides tensors is in its LoopState. */
export class RoundLoop {
  readonly #parts: LoopParts;
  readonly #state: LoopState;
  readonly #growth: Growth;
  #body: Body;
  #lives: FishLives;
  #commands: LiveCommands;
  #world: World;
  #confusions: Confusions | null;
  #answered: Answered | null;
  #paused = false;
  #stopping = false;
  /** Of the round's local steps, in this process. */
  #work = { milliseconds: 0, examples: 0, tokens: 0, flops: 0 };

  constructor(parts: LoopParts, body: Body) {
    this.#parts = parts;
    this.#state = parts.ground.state;
    this.#growth = new Growth(parts.ground);
    this.#body = body;
    this.#lives = new FishLives(body.plan, this.#state, body, parts.recorder);
    this.#commands = this.#openCommands();
    this.#world = this.#openWorld();
    this.#confusions = readConfusions(parts.run);
    this.#answered = readAnswered(parts.run);
  }

  #openCommands(): LiveCommands {
    const { recorder } = this.#parts;
    return new LiveCommands(this.#body.plan, this.#state, this.#lives, recorder, {
      check: (addition) =>
        this.#growth.check(this.#body, planWith(this.#body.plan, [...this.#state.joining, addition])),
      prepare: () => this.#growth.prepare(this.#body),
    });
  }

  /** The first events of this process. */
  announce(executor: string, threads: number, resumedFrom: number | null): void {
    const { recorder, run } = this.#parts;
    announce({ run, recorder, body: this.#body }, { executor, threads, resumedFrom });
    recorder.moveTo('running', ['preparing']);
    for (const [fish, { state }] of Object.entries(this.#state.fish)) {
      if (resumedFrom !== null || state !== 'waiting') continue;
      recorder.emit({ type: 'fish', fish, state, cause: t`kept in reserve` });
    }
    recorder.repeat(this.#state.published);
    recorder.loop = this.#state;
    recorder.round = this.#state.round;
  }

  async run(): Promise<RunEnd> {
    const state = this.#state;
    const { plan } = this.#body;
    const { recorder } = this.#parts;
    for (;;) {
      await this.#between();
      if (this.#stopping) {
        this.#checkpoint(state.round - 1, state);
        return this.#end('stopped', state.round - 1);
      }
      switch (state.phase) {
        case 'begin': {
          const reason =
            state.round === 1 ? null : stopReason(plan.goal, state.stop, state.round - 1, plan.run.rounds);
          if (reason !== null) {
            recorder.round = state.round - 1;
            return this.#end(reason, state.round - 1);
          }
          await this.#begin();
          break;
        }
        case 'local':
          await this.#local();
          break;
        case 'communicate':
        case 'aggregate':
        case 'adapt':
          await this.#act(state.phase);
          break;
        case 'evaluate':
          await this.#evaluate();
          break;
        case 'end':
          this.#endRound();
          break;
      }
    }
  }

  #end(reason: RunEnd['reason'], round: number): RunEnd {
    return { reason, round, metrics: this.#state.metrics };
  }

  /** Optimizer steps of the run so far; the x axis of training curves. */
  #step(): number {
    const state = this.#state;
    const { trainer } = this.#body;
    return (state.round - 1) * trainer.roundSteps + state.step;
  }

  async #begin(): Promise<void> {
    if (this.#state.joining.length > 0) await this.#welcome();
    for (const nodeId of this.#body.regimes.beginning(this.#state.round)) {
      this.#parts.recorder.emit({
        type: 'drift',
        nodeId,
        classes: this.#body.regimes.classes(nodeId, this.#state.round),
      });
    }
    strike(this.#body.plan, this.#state, this.#lives);
    for (const mechanism of this.#body.mechanisms) await mechanism.begin?.(this.#world);
    this.#state.phase = 'local';
  }

  /** Fish that were asked for join. */
  async #welcome(): Promise<void> {
    const { recorder } = this.#parts;
    const newcomers = new Set(this.#state.joining.map(({ id }) => id));
    this.#body = await this.#growth.join(this.#body);
    const { plan, prepared } = this.#body;
    this.#lives = new FishLives(plan, this.#state, this.#body, recorder);
    this.#commands = this.#openCommands();
    this.#world = this.#openWorld();
    for (const fish of plan.fish) {
      if (!newcomers.has(fish.id)) continue;
      recorder.emit({ type: 'fish-added', fish: fishInfo(prepared, fish) });
      recorder.metrics(this.#step(), shareOf(prepared, fish));
    }
  }

  async #local(): Promise<void> {
    const state = this.#state;
    const { trainer } = this.#body;
    const { recorder } = this.#parts;
    if (state.step >= trainer.roundSteps) {
      trainer.beat(state);
      recorder.metrics(this.#step(), takeRound(state));
      state.phase = 'communicate';
      return;
    }
    const before = performance.now();
    const report = await trainer.step(state);
    this.#body.weights.version += 1;
    this.#work.milliseconds += performance.now() - before;
    this.#work.examples += report.examples;
    this.#work.tokens += report.tokens;
    this.#work.flops += report.flops;
    state.step += 1;
    const point = (step: number): number =>
      Math.floor((step * Math.min(POINTS, trainer.roundSteps)) / trainer.roundSteps);
    if (point(state.step) > point(state.step - 1)) recorder.metrics(this.#step(), takePoint(state));
    if (report.failed.length > 0) this.#lives.fail(report.failed, t`its loss or its gradient`);
  }

  /** What all mechanisms do in this phase, in the order of the plan. A phase is never left half done. */
  async #act(phase: 'communicate' | 'aggregate' | 'adapt'): Promise<void> {
    const state = this.#state;
    const { mechanisms } = this.#body;
    for (const mechanism of mechanisms) await mechanism[phase]?.(this.#world);
    const next = { communicate: 'aggregate', aggregate: 'adapt', adapt: 'evaluate' } as const;
    state.phase = next[phase];
  }

  #openWorld(): World {
    const { recorder } = this.#parts;
    const tuning = new TuningAnswers(this.#body, this.#state, () => this.#voices());
    return openWorld(this.#parts.ground, this.#body, {
      lives: this.#lives,
      answers: (of) => tuning.now(of),
      say: (examples, rows) => fishAnswers(this.#body, examples, rows, this.#voices()),
      enlist: (like) => this.#commands.enlist(like),
      metrics: (values) => recorder.metrics(this.#step(), values),
      emit: (event) => recorder.emit(event),
    });
  }

  async #evaluate(): Promise<void> {
    const state = this.#state;
    const { plan, prepared } = this.#body;
    if (state.round % plan.run.evaluateEvery === 0 || state.round === plan.run.rounds) {
      for (;;) {
        const voices = this.#voices(lostVoices(plan, state.round));
        const evaluation = await evaluate(
          prepared.swarm,
          this.#body.answerer,
          this.#body.regimes.view(state.round).validation,
          voices,
          {
            between: async () => {
              await this.#between();
              return this.#stopping;
            },
          },
        );
        if (evaluation === null) return; // stopped: the evaluation is done anew on resume
        const spoilt = plan.fish.filter((_, i) => {
          const score = evaluation.fish[i];
          return score != null && !Number.isFinite(score.loss);
        });
        if (spoilt.length === 0) {
          await this.#take(evaluation, voices);
          break;
        }
        this.#lives.fail(
          spoilt.map(({ id }) => id),
          t`its loss on validation`,
        );
      }
    }
    state.phase = 'end';
  }

  #voices(isLost?: (source: PredictionSource) => boolean): Voices {
    const state = this.#state;
    const { plan } = this.#body;
    return voicesOf(plan, (id) => this.#lives.isAlive(id), state, isLost);
  }

  /** Mechanisms learn from an evaluation; then it is published. */
  async #take(evaluation: Evaluation, voices: Voices): Promise<void> {
    const { plan, prepared, mechanisms } = this.#body;
    const { labels } = prepared.prepared;
    const values = evaluationMetrics(plan, labels, evaluation, voices);
    for (const mechanism of mechanisms) await mechanism.evaluated?.(this.#world, evaluation);
    const { recorder, ground } = this.#parts;
    const now = this.#voices();
    Object.assign(
      values,
      weightMetrics(plan, this.#state, now),
      strengthMetrics(plan, now.talk, ground.tensorState),
    );
    recorder.metrics(this.#step(), values);
    noteEvaluation({ body: this.#body, state: this.#state, recorder }, evaluation, values);
    this.#confusions = confusionsOf(plan, labels, evaluation);
    const { validation } = this.#body.regimes.view(this.#state.round);
    this.#answered = answeredOf(plan, this.#state.round, validation, evaluation);
  }

  #endRound(): void {
    const state = this.#state;
    const { plan } = this.#body;
    const { run, recorder } = this.#parts;
    const { round } = state;
    const { milliseconds, examples, tokens, flops } = this.#work;
    if (milliseconds > 0) {
      recorder.metrics(this.#step(), {
        [runSeries('examplesPerSecond')]: (examples / milliseconds) * 1000,
        [runSeries('tokensPerSecond')]: (tokens / milliseconds) * 1000,
        [runSeries('gflops')]: flops / milliseconds / 1e6,
      });
    }
    this.#work = { milliseconds: 0, examples: 0, tokens: 0, flops: 0 };
    const { traffic } = this.#world;
    recorder.metrics(this.#step(), traffic.values());
    const audit = traffic.audit();
    if (audit !== null) recorder.emit(audit);
    traffic.clear();
    run.update({ round, metrics: { ...state.metrics } });
    state.round += 1;
    state.phase = 'begin';
    state.step = 0;
    state.published = [];
    const last = stopReason(plan.goal, state.stop, round, plan.run.rounds) !== null;
    if (last || round % plan.run.checkpointEvery === 0) this.#checkpoint(round, state);
    else run.flush();
    recorder.round = state.round;
  }

  /** `completed`: whole rounds; what the store has of later ones is dropped on resume and written anew. */
  #checkpoint(completed: number, state: LoopState): void {
    const { tensors, mechanisms } = this.#body;
    const { run, recorder } = this.#parts;
    captureMechanisms(mechanisms, state);
    const kept = structuredClone(state); // before the event below joins the round's
    // The event comes first: once the checkpoint is on disk, everything up to it must be there too.
    recorder.emit({ type: 'checkpoint' });
    run.flush();
    run.writeCheckpoint({
      round: completed,
      tensors: [...tensors.capture(), ...captureTensors(mechanisms)],
      state: kept,
    });
    if (this.#confusions !== null) storeConfusions(run, this.#confusions);
    if (this.#answered !== null) storeAnswered(run, this.#answered);
  }

  async #between(): Promise<void> {
    await this.#parts.controls.between(
      (command) => this.#obey(command),
      () => this.#paused && !this.#stopping,
    );
  }

  #obey(command: RunCommand): void {
    const { recorder } = this.#parts;
    switch (command.type) {
      case 'pause':
        if (this.#paused || this.#stopping) return;
        this.#paused = true;
        recorder.emit({ type: 'command', command });
        recorder.moveTo('paused', ['running', 'pausing']);
        return;
      case 'resume':
        if (!this.#paused) return;
        this.#paused = false;
        recorder.emit({ type: 'command', command });
        recorder.moveTo('running', ['paused']);
        return;
      case 'stop':
        if (this.#stopping) return;
        this.#stopping = true;
        recorder.emit({ type: 'command', command });
        return;
      default:
        if (this.#commands.obey(command) && kills(command) && this.#lives.living() === 0) {
          this.#paused = true;
          recorder.moveTo(
            'paused',
            ['running', 'pausing'],
            t`No fish is alive: revive one and resume, or stop the run.`,
          );
        }
    }
  }

  /** Throws `invalid-arguments` with a sentence for a command that makes no sense to this swarm. */
  check(command: SwarmCommand): void {
    this.#commands.check(command);
  }

  predict(texts: readonly string[], options?: PredictOptions): Promise<Prediction[]> {
    const { answerer, tensors, prepared } = this.#body;
    const { swarm, prepared: encoding } = prepared;
    return predictTexts({ swarm, answerer, tensors, encoding, voices: this.#voices() }, texts, options);
  }

  confusion(fish: string | null): Confusion {
    if (fish !== null) this.#lives.check(fish);
    return pickConfusion(this.#confusions, fish);
  }

  confused(cell: ConfusionCell): CellTexts {
    if (cell.fish !== null) this.#lives.check(cell.fish);
    return pickTexts(this.#answered, cell);
  }

  weights(fish: string): FishTensors {
    this.#lives.check(fish);
    const id = fish as FishId; // checked in the line above
    const { weights } = this.#body;
    return { round: this.#state.round, extents: weights.layoutOfFish(id), values: weights.readFish(id) };
  }

  async dispose(): Promise<void> {
    const { programs, tensorState } = this.#parts.ground;
    await this.#growth.dispose();
    await this.#body.answering.dispose();
    await programs.dispose();
    tensorState.dispose();
  }
}
