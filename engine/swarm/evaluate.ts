import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { PredictionSource, ProbePlan } from '#engine/compile/plan.ts';
import { earlyExits, exitId } from '#engine/compile/sources.ts';
import type { NodeId } from '#engine/core/brand.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { AnsweredRows, Answerer } from './answerer.ts';
import { argMax, type ClassScore, ClassTally } from './metrics/classificationScore.ts';
import { type TokenScore, TokenTally } from './metrics/languageScore.ts';
import { type Togetherness, TogethernessTally } from './metrics/togetherness.ts';
import { canAnswer, type Voices } from './voices.ts';

export type Score =
  | ({ readonly task: 'classification' } & ClassScore)
  | ({ readonly task: 'language-modelling' } & TokenScore);

export interface ProbeReading {
  readonly nodeId: NodeId;
  readonly confidence: number;
  /** NaN for language modelling. */
  readonly entropy: number;
  readonly messages: readonly { readonly row: number; readonly label: number; readonly confidence: number }[];
}

export interface Evaluation {
  /** By fish of the plan; null: dead. */
  readonly fish: readonly (Score | null)[];
  /** Of live fish with early exits, by the exit's id. */
  readonly exits: ReadonlyMap<string, Score>;
  /** Without those that hear too few live sources to answer. */
  readonly aggregators: ReadonlyMap<NodeId, Score>;
  /** Of aggregators that decide text by text who takes part in their answer. */
  readonly parts: ReadonlyMap<NodeId, Parts>;
  /** null: the swarm refuses to answer. */
  readonly swarm: Score | null;
  /** Classification: the class each answered, text by text, -1 where none. */
  readonly answers: {
    readonly swarm: Int16Array | null;
    readonly fish: readonly (Int16Array | null)[];
  };
  /** null for language modelling, or without a live fish. */
  readonly together: Togetherness | null;
  readonly probes: readonly ProbeReading[];
}

/** The parts that an aggregator's sources have in its answers. */
export interface Parts {
  /** Mean over texts, by source. */
  readonly mean: Float64Array;
  /** Mean over texts of their entropy, in nats. */
  readonly entropy: number;
}

/** What adds up one answerer's answers of a batch. */
interface Tally {
  add(index: number, row: number, batch: AnsweredRows): void;
  score(): Score;
  /** Classification: its answers by row. */
  readonly answers?: Int16Array;
}

type Voice = (batch: AnsweredRows) => { readonly logProbs: Float32Array; readonly hits: Uint8Array };

export interface EvaluateOptions {
  /** Called between batches; true ends the evaluation without a result. */
  readonly between?: () => Promise<boolean>;
  /** Asks dead fish too, what their weights would say; nobody hears them. */
  readonly deadToo?: boolean;
}

/** Asks everyone who lives about all `examples`. */
export async function evaluate(
  swarm: CompiledSwarm,
  answerer: Answerer,
  examples: EncodedExamples,
  voices: Voices,
  { between = async () => false, deadToo = false }: EvaluateOptions = {},
): Promise<Evaluation | null> {
  const { plan } = swarm;
  const isAlive = (fish: string): boolean => voices.alive[plan.fish.findIndex(({ id }) => id === fish)] === 1;
  const fish = plan.fish.map((_, i) =>
    deadToo || voices.alive[i] === 1 ? tallyOf(swarm, examples, fishVoice(i)) : null,
  );
  const exits = new Map(
    plan.fish.flatMap(({ id, shape }, i) =>
      (plan.task === 'classification' && fish[i] !== null ? earlyExits(shape) : []).map(
        (layer) => [exitId(id, layer), tallyOf(swarm, examples, exitVoice(exitId(id, layer)))] as const,
      ),
    ),
  );
  const aggregators = new Map(
    [...voices.answering].map((id) => [id, tallyOf(swarm, examples, aggregatorVoice(id))]),
  );
  const answers = canAnswer(plan.goal.answer, isAlive, voices.answering);
  const swarmVoice = voiceOf(swarm, plan.goal.answer);
  const swarmTally = answers ? tallyOf(swarm, examples, swarmVoice) : null;
  const together = plan.task === 'classification' ? new TogethernessTally(swarm.data.classes) : null;
  const probes = plan.probes
    .filter((probe) => canAnswer(probe.source, isAlive, voices.answering))
    .map((probe) => new ProbeTally(swarm, probe, examples));
  const tallies = [...fish, ...exits.values(), ...aggregators.values(), swarmTally, ...probes].filter(
    (tally) => tally !== null,
  );

  const parts = new Map<NodeId, PartsTally>();
  for (const rows of answerer.batches(examples)) {
    if (await between()) return null;
    const batch = await answerer.answer(examples, rows, voices);
    for (const [id, values] of batch.answers.parts) {
      if (!voices.answering.has(id)) continue;
      const tally = parts.get(id) ?? new PartsTally(plan, id);
      parts.set(id, tally);
      rows.forEach((_, index) => {
        tally.add(values, index);
      });
    }
    rows.forEach((row, index) => {
      for (const tally of tallies) tally.add(index, row, batch);
    });
    if (together !== null) addTogether(together, swarm, batch, voices, answers ? swarmVoice : null);
  }
  return {
    fish: fish.map((tally) => tally?.score() ?? null),
    exits: new Map([...exits].map(([id, tally]) => [id, tally.score()])),
    aggregators: new Map([...aggregators].map(([id, tally]) => [id, tally.score()])),
    parts: new Map([...parts].map(([id, tally]) => [id, tally.result()])),
    swarm: swarmTally?.score() ?? null,
    answers: {
      swarm: swarmTally?.answers ?? null,
      fish: fish.map((tally) => tally?.answers ?? null),
    },
    together: together !== null && voices.alive.includes(1) ? together.result() : null,
    probes: probes.map((probe) => probe.reading()),
  };
}

const NONE = new Uint8Array(0);

const fishVoice =
  (index: number): Voice =>
  ({ answers }) => ({ logProbs: answers.fish[index]!, hits: answers.fishHits[index] ?? NONE });

const exitVoice =
  (id: string): Voice =>
  ({ answers }) => ({ logProbs: answers.exits.get(id)!, hits: NONE });

const aggregatorVoice =
  (id: NodeId): Voice =>
  ({ answers }) => ({ logProbs: answers.aggregators.get(id)!, hits: answers.aggregatorHits.get(id) ?? NONE });

function voiceOf(swarm: CompiledSwarm, source: PredictionSource): Voice {
  return source.kind === 'fish'
    ? fishVoice(swarm.plan.fish.findIndex(({ id }) => id === source.fish))
    : aggregatorVoice(source.nodeId);
}

/** Tokens of a row that have a next token to predict. */
const predicted = (examples: EncodedExamples, row: number, length: number): number =>
  Math.min(examples.lengths[row]!, length) - 1;

function tallyOf({ data }: CompiledSwarm, examples: EncodedExamples, voice: Voice): Tally {
  if (data.task === 'classification') {
    const tally = new ClassTally(data.classes);
    const answers = new Int16Array(examples.size).fill(-1);
    return {
      answers,
      add: (index, row, batch) => {
        answers[row] = tally.add(voice(batch).logProbs, index * data.classes, examples.labels[row]!);
      },
      score: () => ({ task: 'classification', ...tally.score() }),
    };
  }
  const tally = new TokenTally();
  return {
    add: (index, row, batch) => {
      const { logProbs, hits } = voice(batch);
      tally.add(logProbs, hits, index * batch.length, predicted(examples, row, batch.length));
    },
    score: () => ({ task: 'language-modelling', ...tally.score() }),
  };
}

function addTogether(
  together: TogethernessTally,
  { data }: CompiledSwarm,
  batch: AnsweredRows,
  { alive }: Voices,
  swarmVoice: Voice | null,
): void {
  const { classes } = data;
  const own = batch.answers.fish.filter((_, i) => alive[i] === 1);
  const swarm = swarmVoice?.(batch).logProbs;
  const answers = new Int32Array(own.length);
  batch.rows.forEach((_, index) => {
    const start = index * classes;
    own.forEach((logProbs, i) => {
      answers[i] = argMax(logProbs, start, classes);
    });
    together.add(own, start, answers, swarm === undefined ? null : argMax(swarm, start, classes));
  });
}

class PartsTally {
  readonly #sums: Float64Array;
  #entropy = 0;
  #count = 0;

  constructor({ aggregators }: CompiledSwarm['plan'], id: NodeId) {
    this.#sums = new Float64Array(aggregators.find(({ nodeId }) => nodeId === id)?.inputs.length ?? 0);
  }

  add(values: Float32Array, index: number): void {
    const count = this.#sums.length;
    for (let k = 0; k < count; k++) {
      const part = values[index * count + k]!;
      this.#sums[k]! += part;
      if (part > 0) this.#entropy -= part * Math.log(part);
    }
    this.#count += 1;
  }

  result(): Parts {
    return { mean: this.#sums.map((sum) => sum / this.#count), entropy: this.#entropy / this.#count };
  }
}

/** What a probe sees: statistics over all rows, and its first rows one by one. */
class ProbeTally {
  readonly #swarm: CompiledSwarm;
  readonly #plan: ProbePlan;
  readonly #examples: EncodedExamples;
  readonly #voice: Voice;
  readonly #messages: { row: number; label: number; confidence: number }[] = [];
  #confidence = 0;
  #entropy = 0;
  #count = 0;

  constructor(swarm: CompiledSwarm, plan: ProbePlan, examples: EncodedExamples) {
    this.#swarm = swarm;
    this.#plan = plan;
    this.#examples = examples;
    this.#voice = voiceOf(swarm, plan.source);
  }

  add(index: number, row: number, batch: AnsweredRows): void {
    const { logProbs } = this.#voice(batch);
    const { classes, task } = this.#swarm.data;
    let confidence = 0;
    let label = -1;
    if (task === 'classification') {
      label = argMax(logProbs, index * classes, classes);
      confidence = label < 0 ? Number.NaN : Math.exp(logProbs[index * classes + label]!);
      for (let c = 0; c < classes; c++) {
        const log = logProbs[index * classes + c]!;
        if (log > -Infinity) this.#entropy -= Math.exp(log) * log;
      }
      this.#confidence += confidence;
      this.#count += 1;
    } else {
      const count = predicted(this.#examples, row, batch.length);
      for (let t = 0; t < count; t++) confidence += Math.exp(logProbs[index * batch.length + t]!);
      this.#confidence += confidence;
      this.#count += count;
      confidence /= Math.max(1, count);
    }
    if (row < this.#plan.examples) this.#messages.push({ row, label, confidence });
  }

  reading(): ProbeReading {
    const classification = this.#swarm.data.task === 'classification';
    return {
      nodeId: this.#plan.nodeId,
      confidence: this.#confidence / this.#count,
      entropy: classification ? this.#entropy / this.#count : Number.NaN,
      messages: this.#messages.sort((a, b) => a.row - b.row),
    };
  }
}
