import type { PredictionSource, SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import type { Prediction } from '#engine/protocol/api.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import { fishSeries, nodeSeries, runSeries, swarmSeries } from '#engine/protocol/series.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { Answerer } from './answerer.ts';
import { type AnswerTable, answerTable } from './answerTable.ts';
import { confusionsOf, pickConfusion } from './confusions.ts';
import type { Controls } from './controls.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { evaluationMetrics } from './evaluationMetrics.ts';
import { FishLives } from './fishLives.ts';
import type { LoopState } from './loopState.ts';
import { lostVoices } from './lostVoices.ts';
import type { Mechanism, World } from './mechanisms/mechanism.ts';
import { captureTensors } from './mechanisms/memory.ts';
import { predictTexts } from './predictTexts.ts';
import type { PreparedSwarm } from './prepareSwarm.ts';
import type { Programs } from './programs.ts';
import type { Recorder } from './recorder.ts';
import { type Confusions, readConfusions, storeConfusions } from './runFiles.ts';
import { noteResult, stopReason } from './stopRule.ts';
import { swarmCost } from './swarmCost.ts';
import type { SwarmTensors } from './swarmTensors.ts';
import { Traffic } from './traffic.ts';
import type { Trainer } from './trainer.ts';
import { takePoint, takeRound } from './trainMetrics.ts';
import type { Confusion, PredictOptions, RunEnd } from './types.ts';
import { sourceId, type Voices, voicesOf } from './voices.ts';
import type { WeightSpace } from './weightSpace.ts';

/** Points of the training curve in a round, at most. */
const POINTS = 5;

/** What a loop works with; all of it belongs to this run alone. */
export interface LoopParts {
  readonly run: RunHandle;
  readonly recorder: Recorder;
  readonly controls: Controls;
  readonly plan: SwarmPlan;
  readonly prepared: PreparedSwarm;
  readonly tensors: SwarmTensors;
  readonly programs: Programs;
  readonly trainer: Trainer;
  readonly weights: WeightSpace;
  readonly mechanisms: readonly Mechanism[];
  readonly state: LoopState;
  readonly release: () => void;
}

/** Goes through the rounds. All that a checkpoint must hold besides tensors is in its LoopState. */
export class RoundLoop {
  readonly #parts: LoopParts;
  readonly #lives: FishLives;
  readonly #answerer: Answerer;
  readonly #world: World;
  #answers: { readonly key: string; readonly table: AnswerTable } | null = null;
  #confusions: Confusions | null;
  #paused = false;
  #stopping = false;
  /** Of the round's local steps, in this process. */
  #work = { milliseconds: 0, examples: 0, flops: 0 };

  constructor(parts: LoopParts) {
    this.#parts = parts;
    this.#lives = new FishLives(parts.plan, parts.state, parts.tensors, parts.recorder);
    this.#answerer = new Answerer(parts.prepared.swarm, parts.programs);
    this.#confusions = readConfusions(parts.run);
    this.#world = this.#openWorld();
  }

  /** The first events of this process. */
  announce(executor: string, threads: number, resumedFrom: number | null): void {
    const { recorder, run, plan, prepared, trainer, state } = this.#parts;
    const { swarm, shares } = prepared;
    const { train, labels, bestAccuracy, notes } = prepared.prepared;
    recorder.emit({
      type: 'started',
      seed: plan.run.seed,
      executor,
      threads,
      engineVersion: run.summary().engineVersion,
      rounds: plan.run.rounds,
      stepsPerRound: trainer.roundSteps,
      task: plan.task,
      labels: [...labels],
      bestAccuracy,
      fish: plan.fish.map(({ id, nodeId, name, school }) => ({
        id,
        nodeId,
        name,
        school,
        parameters: swarm.parametersOf(id),
        examples: shares.get(id)?.length ?? 0,
      })),
      // Without the machine's speed: it is not the same twice, and the event stream is.
      cost: swarmCost(swarm, trainer.roundSteps, null),
      notes: [...notes],
      resumedFrom: resumedFrom ?? 0,
    });
    if (resumedFrom === null) {
      const share = plan.fish.map(({ id }) => [
        fishSeries(id, 'share'),
        (shares.get(id)?.length ?? 0) / train.size,
      ]);
      recorder.metrics(0, Object.fromEntries(share));
    }
    if (recorder.state === 'preparing') recorder.setState('running');
    recorder.repeat(state.published);
    recorder.loop = state;
    recorder.round = state.round;
  }

  async run(): Promise<RunEnd> {
    const { state, plan, recorder } = this.#parts;
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
    return { reason, round, metrics: this.#parts.state.metrics };
  }

  /** Optimizer steps of the run so far; the x axis of training curves. */
  #step(): number {
    const { state, trainer } = this.#parts;
    return (state.round - 1) * trainer.roundSteps + state.step;
  }

  async #begin(): Promise<void> {
    this.#lives.strike();
    for (const mechanism of this.#parts.mechanisms) await mechanism.begin?.(this.#world);
    this.#parts.state.phase = 'local';
  }

  async #local(): Promise<void> {
    const { state, trainer, recorder } = this.#parts;
    if (state.step >= trainer.roundSteps) {
      recorder.metrics(this.#step(), takeRound(state));
      state.phase = 'communicate';
      return;
    }
    const before = performance.now();
    const report = await trainer.step(state);
    this.#parts.weights.version += 1;
    this.#work.milliseconds += performance.now() - before;
    this.#work.examples += report.examples;
    this.#work.flops += report.flops;
    state.step += 1;
    const point = (step: number): number =>
      Math.floor((step * Math.min(POINTS, trainer.roundSteps)) / trainer.roundSteps);
    if (point(state.step) > point(state.step - 1)) recorder.metrics(this.#step(), takePoint(state));
    if (report.failed.length > 0) this.#lives.fail(report.failed, 'its loss or its gradient');
  }

  /** What all mechanisms do in this phase, in the order of the plan. A phase is never left half done. */
  async #act(phase: 'communicate' | 'aggregate' | 'adapt'): Promise<void> {
    const { state, mechanisms } = this.#parts;
    for (const mechanism of mechanisms) await mechanism[phase]?.(this.#world);
    const next = { communicate: 'aggregate', aggregate: 'adapt', adapt: 'evaluate' } as const;
    state.phase = next[phase];
  }

  #openWorld(): World {
    const { plan, prepared, state, weights, tensors, programs, recorder } = this.#parts;
    return {
      plan,
      swarm: prepared.swarm,
      data: prepared.prepared,
      shares: prepared.shares,
      state,
      weights,
      tensors,
      programs,
      traffic: new Traffic(state),
      isAlive: (fish) => this.#lives.isAlive(fish),
      random: (purpose, ...keys) => randomStream(plan.run.seed, purpose, ...keys),
      answers: () => this.#answersOfNow(),
      metrics: (values) => recorder.metrics(this.#step(), values),
      emit: (event) => recorder.emit(event),
    };
  }

  async #answersOfNow(): Promise<AnswerTable> {
    const { prepared, weights, state } = this.#parts;
    const voices = this.#voices();
    const key = JSON.stringify([weights.version, [...voices.alive], state.hearing]);
    if (this.#answers?.key !== key) {
      const table = await answerTable(prepared.swarm, this.#answerer, prepared.prepared.tuning, voices);
      this.#answers = { key, table };
    }
    return this.#answers.table;
  }

  async #evaluate(): Promise<void> {
    const { state, plan, prepared } = this.#parts;
    if (state.round % plan.run.evaluateEvery === 0 || state.round === plan.run.rounds) {
      for (;;) {
        const voices = this.#voices(lostVoices(plan, state.round));
        const evaluation = await evaluate(
          prepared.swarm,
          this.#answerer,
          prepared.prepared.validation,
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
          'its loss on validation',
        );
      }
    }
    state.phase = 'end';
  }

  #voices(isLost?: (source: PredictionSource) => boolean): Voices {
    const { plan, state } = this.#parts;
    return voicesOf(plan, (id) => this.#lives.isAlive(id), state.hearing, isLost);
  }

  /** Publishes an evaluation and learns from it. */
  async #take(evaluation: Evaluation, voices: Voices): Promise<void> {
    const { state, plan, prepared, recorder, mechanisms } = this.#parts;
    const { labels, validation } = prepared.prepared;
    const values = evaluationMetrics(plan, labels, evaluation, voices);
    for (const mechanism of mechanisms) await mechanism.evaluated?.(this.#world, evaluation);
    const { weights } = this.#voices();
    for (const aggregator of plan.aggregators) {
      if (state.hearing[aggregator.nodeId] === undefined) continue;
      weights.get(aggregator.nodeId)?.forEach((weight, k) => {
        const id = sourceId(aggregator.inputs[k]!);
        values[nodeSeries(aggregator.nodeId, `weight/${id}`)] = weight;
      });
    }
    recorder.metrics(this.#step(), values);
    for (const probe of evaluation.probes) {
      recorder.emit({
        type: 'probe',
        nodeId: probe.nodeId,
        examples: probe.messages.map(({ row, label, confidence }) => ({
          text: validation.text(row),
          label: labels[label] ?? '',
          confidence,
        })),
      });
    }
    state.metrics = Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith('swarm/')));
    this.#confusions = confusionsOf(plan, labels, evaluation);
    const refuses = evaluation.swarm === null;
    if (refuses && !state.refusing) {
      recorder.emit({
        type: 'warning',
        message: 'The swarm refuses to answer: too few of its fish live. Revive fish, or lower the quorum.',
      });
    }
    state.refusing = refuses;
    const result = values[swarmSeries(plan.goal.metric)];
    if (result !== undefined) noteResult(plan.goal, state.stop, result);
  }

  #endRound(): void {
    const { state, plan, run, recorder } = this.#parts;
    const { round } = state;
    const { milliseconds, examples, flops } = this.#work;
    if (milliseconds > 0) {
      recorder.metrics(this.#step(), {
        [runSeries('examplesPerSecond')]: (examples / milliseconds) * 1000,
        [runSeries('gflops')]: flops / milliseconds / 1e6,
      });
    }
    this.#work = { milliseconds: 0, examples: 0, flops: 0 };
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
    const { run, recorder, tensors, mechanisms } = this.#parts;
    state.mechanisms = Object.fromEntries(
      mechanisms.flatMap((mechanism) => {
        const memory = mechanism.capture?.();
        return memory === undefined ? [] : [[mechanism.id, memory]];
      }),
    );
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
        recorder.setState('paused');
        return;
      case 'resume':
        if (!this.#paused) return;
        this.#paused = false;
        recorder.emit({ type: 'command', command });
        recorder.setState('running');
        return;
      case 'stop':
        if (this.#stopping) return;
        this.#stopping = true;
        recorder.emit({ type: 'command', command });
        return;
      default:
        if (this.#lives.obey(command) && command.type === 'kill-fish' && this.#lives.living() === 0) {
          this.#paused = true;
          recorder.setState('paused', 'No fish is alive: revive one and resume, or stop the run.');
        }
    }
  }

  checkFish(fish: FishId): void {
    this.#lives.check(fish);
  }

  predict(texts: readonly string[], options?: PredictOptions): Promise<Prediction[]> {
    const { swarm, prepared } = this.#parts.prepared;
    const speaker = { swarm, answerer: this.#answerer, encoding: prepared, voices: this.#voices() };
    return predictTexts(speaker, texts, options);
  }

  confusion(fish: string | null): Confusion {
    if (fish !== null) this.#lives.check(fish);
    return pickConfusion(this.#confusions, fish);
  }

  async dispose(): Promise<void> {
    await this.#parts.programs.dispose();
    this.#parts.release();
  }
}
