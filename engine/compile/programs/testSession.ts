import type { FishId } from '#engine/core/brand.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { Executor, Inputs, TensorState } from '#engine/executors/executor.ts';
import type { Program } from '#engine/tensor/ir.ts';
import type { Answers, CompiledSwarm, DataShape, FishBatch, StepFeeds, StepResult } from '../compiled.ts';
import type { SwarmPlan } from '../plan.ts';
import { compileSwarm } from './index.ts';
import { strengths } from './testSwarm.ts';

export interface StepOptions {
  /** Row numbers, the same for every fish, or by fish. */
  readonly rows: readonly number[] | readonly (readonly number[])[];
  readonly step?: number;
  readonly length?: number;
  readonly alive?: readonly number[];
  readonly learningRate?: number;
  /** Row weights, the same for every fish, or by fish. */
  readonly weights?: readonly number[] | readonly (readonly number[])[];
}

export interface AnswerOptions {
  readonly rows: readonly number[];
  readonly length?: number;
  readonly alive?: readonly number[];
  readonly weights?: ReadonlyMap<string, readonly number[]>;
}

/** A compiled swarm with its tensors on an executor, for tests. */
export class TestSession {
  readonly plan: SwarmPlan;
  readonly swarm: CompiledSwarm;
  readonly state: TensorState;
  readonly #executor: Executor;
  readonly #examples: EncodedExamples;

  constructor(executor: Executor, plan: SwarmPlan, data: DataShape, examples: EncodedExamples, seed = 3) {
    this.plan = plan;
    this.swarm = compileSwarm(plan, data);
    this.state = executor.createState();
    this.#executor = executor;
    this.#examples = examples;
    for (const tensor of this.swarm.aggregatorTensors) {
      this.state.set(tensor.name, 'f32', tensor.shape, tensor.initialise(seed));
    }
    for (const tensor of this.swarm.tensors) {
      const fish = plan.schools.find((school) => school.id === tensor.school)?.fish ?? [];
      const parts = fish.map((id) => tensor.initialise(id, seed));
      const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
      parts.forEach((part, slot) => {
        all.set(part, slot * part.length);
      });
      this.state.set(tensor.name, 'f32', tensor.shape, all);
    }
  }

  /** One fish's part of a stacked tensor. */
  fishTensor(name: string, slot: number): Float32Array {
    const all = Float32Array.from(this.state.get(name));
    const size = all.length / (this.state.info(name).shape[0] ?? 1);
    return all.slice(slot * size, (slot + 1) * size);
  }

  setFishTensor(name: string, slot: number, values: (old: Float32Array) => Float32Array): void {
    const all = Float32Array.from(this.state.get(name));
    const { shape } = this.state.info(name);
    const size = all.length / (shape[0] ?? 1);
    all.set(values(all.slice(slot * size, (slot + 1) * size)), slot * size);
    this.state.set(name, 'f32', shape, all);
  }

  /** Fills every tensor of one fish. */
  spoil(school: string, slot: number, value: number): void {
    for (const tensor of this.swarm.tensors) {
      if (tensor.school === school) this.setFishTensor(tensor.name, slot, (old) => old.fill(value));
    }
  }

  /** A step of the first cluster. */
  async step(options: StepOptions): Promise<StepResult> {
    const cluster = this.swarm.clusters[0]!;
    const length = options.length ?? this.swarm.data.context;
    const { fish } = cluster;
    const batches: FishBatch[] = fish.map((_, f) => {
      const own = options.rows[f];
      const rows = Int32Array.from(typeof own === 'object' ? own : (options.rows as readonly number[])); // by fish or shared
      const given = options.weights ?? new Array<number>(rows.length).fill(1);
      const weights = Float32Array.from(
        typeof given[f] === 'object' ? given[f] : (given as readonly number[]),
      ); // as above
      return { rows, weights };
    });
    const outputs = await this.#run(
      cluster.program(length),
      cluster.feeds({
        examples: this.#examples,
        batches,
        length,
        learningRate: new Float32Array(fish.length).fill(options.learningRate ?? 1e-2),
        alive: Uint8Array.from(options.alive ?? fish.map(() => 1)),
        fishStep: new Int32Array(fish.length).fill(options.step ?? 1),
        step: options.step ?? 1,
        seed: 9,
        adjacency: this.#adjacency(fish),
      }),
    );
    return cluster.read(outputs);
  }

  async evaluate(options: AnswerOptions): Promise<Answers> {
    const length = options.length ?? this.swarm.data.context;
    const { answers } = this.swarm;
    return answers.read(await this.#run(answers.evaluate(length), this.#answerFeeds(options, length)));
  }

  async next(options: AnswerOptions): Promise<Answers> {
    const length = options.length ?? this.swarm.data.context;
    const { answers } = this.swarm;
    return answers.readNext(await this.#run(answers.next(length), this.#answerFeeds(options, length)));
  }

  #answerFeeds({ rows, alive, weights }: AnswerOptions, length: number): Inputs {
    const { answers } = this.swarm;
    const ids = this.plan.fish.map((fish) => fish.id);
    return answers.feeds({
      examples: this.#examples,
      rows: Int32Array.from({ length: answers.batchSize }, (_, i) => rows[Math.min(i, rows.length - 1)] ?? 0),
      length,
      alive: Uint8Array.from(alive ?? ids.map(() => 1)),
      weights: new Map(
        this.plan.aggregators.flatMap(({ nodeId }) => {
          const own = weights?.get(nodeId);
          return own === undefined ? [] : [[nodeId, Float32Array.from(own)] as const];
        }),
      ),
      adjacency: this.#adjacency(ids),
    });
  }

  #adjacency(fish: readonly FishId[]): StepFeeds['adjacency'] {
    return {
      state: strengths(this.plan, 'state', fish),
      prediction: strengths(this.plan, 'prediction', fish),
      proposal: strengths(this.plan, 'proposal', fish),
    };
  }

  readonly #loaded = new Map<Program, Awaited<ReturnType<Executor['load']>>>();
  async #run(
    program: Program,
    inputs: Inputs,
  ): Promise<Record<string, Float32Array | Int32Array | Uint8Array>> {
    const executable = this.#loaded.get(program) ?? (await this.#executor.load(program));
    this.#loaded.set(program, executable);
    return executable.run(this.state, inputs);
  }

  dispose(): void {
    for (const executable of this.#loaded.values()) executable.dispose();
    this.state.dispose();
  }
}
