import type { FishId } from '#engine/core/brand.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import type { CellTexts } from '#engine/protocol/api/measured.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { t } from '../core/text.ts';
import { announce } from './announce.ts';
import type { ConfusionCell } from './answered.ts';
import type { Body, Ground } from './body.ts';
import type { SwarmCommand } from './commands/liveCommands.ts';
import type { Controls } from './controls.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { evaluationMetrics } from './evaluationMetrics.ts';
import { strike } from './faults.ts';
import type { FishTensors } from './fishTensors.ts';
import { LastAnswers } from './lastAnswers.ts';
import { LivingSwarm } from './livingSwarm.ts';
import type { LoopState } from './loopState.ts';
import { lostVoices } from './lostVoices.ts';
import { captureMechanisms, captureTensors } from './mechanisms/memory.ts';
import { noteEvaluation, weightMetrics } from './noteEvaluation.ts';
import { Orders } from './orders.ts';
import { predictTexts } from './predictTexts.ts';
import type { Recorder } from './recorder.ts';
import { RoundWork } from './roundWork.ts';
import { stopReason } from './stopRule.ts';
import { strengthMetrics } from './strengthMetrics.ts';
import { takePoint, takeRound } from './trainMetrics.ts';
import type { Confusion, PredictOptions, RunEnd } from './types.ts';
import type { Voices } from './voices.ts';

/** Points of the training curve in a round, at most. */
const POINTS = 5;

/** What a loop works with; all of it belongs to this run alone. */
export interface LoopParts {
  readonly run: RunHandle;
  readonly recorder: Recorder;
  readonly controls: Controls;
  readonly ground: Ground;
}

/** Goes through the rounds. All that a checkpoint must hold besides tensors is in its LoopState. */
export class RoundLoop {
  readonly #run: RunHandle;
  readonly #recorder: Recorder;
  readonly #ground: Ground;
  readonly #state: LoopState;
  readonly #swarm: LivingSwarm;
  readonly #orders: Orders;
  readonly #work = new RoundWork();
  readonly #last: LastAnswers;

  constructor({ run, recorder, controls, ground }: LoopParts, body: Body) {
    this.#run = run;
    this.#recorder = recorder;
    this.#ground = ground;
    this.#state = ground.state;
    this.#swarm = new LivingSwarm(ground, body, recorder);
    this.#orders = new Orders(controls, this.#swarm, recorder);
    this.#last = new LastAnswers(run);
  }

  /** The first events of this process. */
  announce(executor: string, threads: number, resumedFrom: number | null): void {
    const recorder = this.#recorder;
    announce({ run: this.#run, recorder, body: this.#swarm.body }, { executor, threads, resumedFrom });
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
    const { plan } = this.#swarm.body;
    for (;;) {
      if (await this.#orders.between()) {
        this.#checkpoint(state.round - 1);
        return this.#end('stopped', state.round - 1);
      }
      switch (state.phase) {
        case 'begin': {
          const reason =
            state.round === 1 ? null : stopReason(plan.goal, state.stop, state.round - 1, plan.run.rounds);
          if (reason !== null) {
            this.#recorder.round = state.round - 1;
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

  #publish(values: Readonly<Record<string, number>>): void {
    this.#recorder.metrics(this.#swarm.step, values);
  }

  async #begin(): Promise<void> {
    await this.#swarm.welcome();
    const state = this.#state;
    const { plan, regimes, mechanisms } = this.#swarm.body;
    for (const nodeId of regimes.beginning(state.round)) {
      this.#recorder.emit({ type: 'drift', nodeId, classes: regimes.classes(nodeId, state.round) });
    }
    strike(plan, state, this.#swarm.lives);
    for (const mechanism of mechanisms) await mechanism.begin?.(this.#swarm.world);
    state.phase = 'local';
  }

  async #local(): Promise<void> {
    const state = this.#state;
    const { trainer, weights } = this.#swarm.body;
    if (state.step >= trainer.roundSteps) {
      trainer.beat(state);
      this.#publish(takeRound(state));
      state.phase = 'communicate';
      return;
    }
    const before = performance.now();
    const report = await trainer.step(state);
    weights.version += 1;
    this.#work.add(performance.now() - before, report);
    state.step += 1;
    const point = (step: number): number =>
      Math.floor((step * Math.min(POINTS, trainer.roundSteps)) / trainer.roundSteps);
    if (point(state.step) > point(state.step - 1)) this.#publish(takePoint(state));
    if (report.failed.length > 0) this.#swarm.lives.fail(report.failed, t`its loss or its gradient`);
  }

  /** What all mechanisms do in this phase, in the order of the plan. A phase is never left half done. */
  async #act(phase: 'communicate' | 'aggregate' | 'adapt'): Promise<void> {
    const { body, world } = this.#swarm;
    for (const mechanism of body.mechanisms) await mechanism[phase]?.(world);
    const next = { communicate: 'aggregate', aggregate: 'adapt', adapt: 'evaluate' } as const;
    this.#state.phase = next[phase];
  }

  async #evaluate(): Promise<void> {
    const state = this.#state;
    const { run } = this.#swarm.body.plan;
    if (state.round % run.evaluateEvery === 0 || state.round === run.rounds) {
      const evaluated = await this.#soundEvaluation();
      if (evaluated === null) return; // stopped: the evaluation is done anew on resume
      await this.#take(evaluated.evaluation, evaluated.voices);
    }
    state.phase = 'end';
  }

  /** Fish whose loss is no number fail, and the others are evaluated without them. null: stopped meanwhile. */
  async #soundEvaluation(): Promise<{ evaluation: Evaluation; voices: Voices } | null> {
    const { plan, prepared, answerer, regimes } = this.#swarm.body;
    const { validation } = regimes.view(this.#state.round);
    for (;;) {
      const voices = this.#swarm.voices(lostVoices(plan, this.#state.round));
      const evaluation = await evaluate(prepared.swarm, answerer, validation, voices, {
        between: () => this.#orders.between(),
      });
      if (evaluation === null) return null;
      const spoilt = plan.fish.filter((_, i) => {
        const score = evaluation.fish[i];
        return score != null && !Number.isFinite(score.loss);
      });
      if (spoilt.length === 0) return { evaluation, voices };
      this.#swarm.lives.fail(
        spoilt.map(({ id }) => id),
        t`its loss on validation`,
      );
    }
  }

  /** Mechanisms learn from an evaluation; then it is published. */
  async #take(evaluation: Evaluation, voices: Voices): Promise<void> {
    const state = this.#state;
    const { body, world } = this.#swarm;
    const { plan, mechanisms, regimes } = body;
    const { labels } = body.prepared.prepared;
    const values = evaluationMetrics(plan, labels, evaluation, voices);
    for (const mechanism of mechanisms) await mechanism.evaluated?.(world, evaluation);
    const now = this.#swarm.voices();
    Object.assign(
      values,
      weightMetrics(plan, state, now),
      strengthMetrics(plan, now.talk, this.#ground.tensorState),
    );
    this.#publish(values);
    noteEvaluation({ body, state, recorder: this.#recorder }, evaluation, values);
    this.#last.remember(plan, labels, state.round, regimes.view(state.round).validation, evaluation);
  }

  #endRound(): void {
    const state = this.#state;
    const { plan } = this.#swarm.body;
    const { traffic } = this.#swarm.world;
    const { round } = state;
    this.#publish(this.#work.take());
    this.#publish(traffic.values());
    const audit = traffic.audit();
    if (audit !== null) this.#recorder.emit(audit);
    traffic.clear();
    this.#run.update({ round, metrics: { ...state.metrics } });
    state.round += 1;
    state.phase = 'begin';
    state.step = 0;
    state.published = [];
    const last = stopReason(plan.goal, state.stop, round, plan.run.rounds) !== null;
    if (last || round % plan.run.checkpointEvery === 0) this.#checkpoint(round);
    else this.#run.flush();
    this.#recorder.round = state.round;
  }

  /** `completed`: whole rounds; what the store has of later ones is dropped on resume and written anew. */
  #checkpoint(completed: number): void {
    const { tensors, mechanisms } = this.#swarm.body;
    captureMechanisms(mechanisms, this.#state);
    const kept = structuredClone(this.#state); // before the event below joins the round's
    // The event comes first: once the checkpoint is on disk, everything up to it must be there too.
    this.#recorder.emit({ type: 'checkpoint' });
    this.#run.flush();
    this.#run.writeCheckpoint({
      round: completed,
      tensors: [...tensors.capture(), ...captureTensors(mechanisms)],
      state: kept,
    });
    this.#last.store();
  }

  /** Throws `invalid-arguments` with a sentence for a command that makes no sense to this swarm. */
  check(command: SwarmCommand): void {
    this.#swarm.commands.check(command);
  }

  predict(texts: readonly string[], options?: PredictOptions): Promise<Prediction[]> {
    const { prepared, answerer, tensors } = this.#swarm.body;
    const voices = this.#swarm.voices();
    const { swarm, prepared: encoding } = prepared;
    return predictTexts({ swarm, answerer, tensors, encoding, voices }, texts, options);
  }

  confusion(fish: string | null): Confusion {
    if (fish !== null) this.#swarm.lives.check(fish);
    return this.#last.confusion(fish);
  }

  confused(cell: ConfusionCell): CellTexts {
    if (cell.fish !== null) this.#swarm.lives.check(cell.fish);
    return this.#last.texts(cell);
  }

  weights(fish: string): FishTensors {
    this.#swarm.lives.check(fish);
    const id = fish as FishId; // checked in the line above
    const { weights } = this.#swarm.body;
    return { round: this.#state.round, extents: weights.layoutOfFish(id), values: weights.readFish(id) };
  }

  dispose(): Promise<void> {
    return this.#swarm.dispose();
  }
}
