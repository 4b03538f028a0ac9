import type { NodeId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { Inputs, Outputs } from '#engine/executors/executor.ts';
import type { Program, TensorData } from '#engine/tensor/ir.ts';
import type { AnswerFeeds, AnswerPrograms, Answers, DataShape, Level } from '../compiled.ts';
import type { SwarmPlan } from '../plan.ts';
import { earlyExits, exitId } from '../sources.ts';
import { answerName, answerProgram, schoolExit, weightsInput } from './answerGraph.ts';
import { packRows } from './batch.ts';
import { fishOrder } from './fishOrder.ts';
import { memoise } from './memoise.ts';

/** Numbers in the largest intermediate tensor of an evaluation (64 MiB of float32). */
const LARGEST = 2 ** 24;
const MOST_ROWS = 64;

export function answerPrograms(
  plan: SwarmPlan,
  data: DataShape,
  lengths: readonly number[],
  levels: ReadonlyMap<NodeId, readonly Level[]>,
): AnswerPrograms {
  const batchSize = rowsPerCall(plan, data);
  const form = data.task === 'language-modelling' ? { rows: batchSize } : 'distributions';
  const evaluate = memoise((length: number) =>
    answerProgram(plan, data, { kind: 'evaluate', rows: batchSize, length, levels }),
  );
  const next = memoise((length: number): Program => {
    if (data.task !== 'language-modelling') {
      throw new ShuuraiError(
        'internal',
        'Only a language model has a next token; ask for `evaluate` instead.',
      );
    }
    return answerProgram(plan, data, { kind: 'next', rows: batchSize, length, levels });
  });
  return {
    batchSize,
    lengths,
    evaluate,
    feeds: (feeds) => answerInputs(plan, feeds),
    read: (outputs) => readAnswers(plan, data, outputs, form),
    next,
    readNext: (outputs) => readAnswers(plan, data, outputs, 'distributions'),
  };
}

/** Language modelling: what is answered of each position of so many rows is its true next token. */
interface TargetForm {
  readonly rows: number;
}

/** As many rows as keep the widest activations of all fish below LARGEST numbers. */
function rowsPerCall(plan: SwarmPlan, data: DataShape): number {
  const perToken = plan.schools.map((school) => {
    const { feedForward, heads, width } = school.shape;
    const outputs = data.task === 'language-modelling' ? data.vocabSize : 0;
    return school.fish.length * Math.max(feedForward, 3 * width, heads * data.context, outputs);
  });
  // Aggregators of language models put all fish side by side.
  const together = data.task === 'language-modelling' ? plan.fish.length * data.vocabSize : 0;
  const widest = Math.max(1, together, ...perToken) * data.context;
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(LARGEST / widest)));
}

function answerInputs(plan: SwarmPlan, feeds: AnswerFeeds): Inputs {
  const order = programOrder(plan);
  const { tokens, lengths } = packRows(feeds.examples, feeds.rows, feeds.length);
  const inputs: Record<string, TensorData> = {
    tokens,
    lengths,
    alive: order.vector(feeds.alive),
    sign: Float32Array.from(order.vector(feeds.inverted ?? new Uint8Array(feeds.alive.length)), (is) =>
      is === 1 ? -1 : 1,
    ),
    'adjacency.state': order.matrix(feeds.adjacency.state),
    'adjacency.proposal': order.matrix(feeds.adjacency.proposal),
  };
  for (const aggregator of plan.aggregators) {
    const current = feeds.weights.get(aggregator.nodeId);
    inputs[weightsInput(aggregator.nodeId)] =
      current ?? Float32Array.from(aggregator.inputs, (source) => source.weight);
  }
  return inputs;
}

/** From the plan's order of fish to the program's. */
function programOrder(plan: SwarmPlan): {
  vector(byPlan: Uint8Array): Uint8Array;
  matrix(byPlan: Float32Array): Float32Array;
} {
  const places = fishOrder(plan.schools);
  const planIndex = new Map(plan.fish.map((fish, index) => [fish.id, index]));
  const from = Int32Array.from(places.keys(), (fish) => planIndex.get(fish) ?? 0);
  const count = from.length;
  return {
    vector: (byPlan) => Uint8Array.from(from, (index) => byPlan[index] ?? 0),
    matrix: (byPlan) =>
      Float32Array.from(
        { length: count * count },
        (_, at) => byPlan[(from[Math.floor(at / count)] ?? 0) * count + (from[at % count] ?? 0)] ?? 0,
      ),
  };
}

function readAnswers(
  plan: SwarmPlan,
  data: DataShape,
  outputs: Outputs,
  form: 'distributions' | TargetForm,
): Answers {
  const take = (owner: string, what: 'logProbs' | 'hits'): TensorData => {
    const found = outputs[answerName(owner, what)];
    if (found === undefined) {
      throw new ShuuraiError('internal', `The answer program returned no ${what} of "${owner}".`);
    }
    return found;
  };
  const fishParts = (what: 'logProbs' | 'hits'): TensorData[] =>
    plan.fish.map((fish) => {
      const school = plan.schools.find((candidate) => candidate.id === fish.school);
      const all = take(fish.school, what);
      const size = all.length / (school?.fish.length ?? 1);
      return all.subarray(fish.slot * size, (fish.slot + 1) * size);
    });
  const rows = form === 'distributions' ? null : form.rows;
  const floats = (data: TensorData): Float32Array => {
    const values = Float32Array.from(data);
    return rows === null ? values : withLastColumn(values, new Float32Array(values.length + rows), rows);
  };
  const bytes = (data: TensorData): Uint8Array => {
    const values = Uint8Array.from(data);
    return rows === null ? values : withLastColumn(values, new Uint8Array(values.length + rows), rows);
  };
  const byAggregator = <T>(read: (id: NodeId) => T): ReadonlyMap<NodeId, T> =>
    new Map(plan.aggregators.map(({ nodeId }) => [nodeId, read(nodeId)]));
  return {
    fish: fishParts('logProbs').map(floats),
    aggregators: byAggregator((id) => floats(take(id, 'logProbs'))),
    exits: new Map(
      plan.schools.flatMap(({ id, fish, shape }) =>
        (data.task === 'classification' ? earlyExits(shape) : []).flatMap((layer) => {
          const all = floats(take(schoolExit(id, layer), 'logProbs'));
          const size = all.length / fish.length;
          return fish.map(
            (one, slot) => [exitId(one, layer), all.subarray(slot * size, (slot + 1) * size)] as const,
          );
        }),
      ),
    ),
    fishHits: rows === null ? [] : fishParts('hits').map(bytes),
    aggregatorHits: rows === null ? new Map() : byAggregator((id) => bytes(take(id, 'hits'))),
    parts: new Map(
      plan.aggregators.flatMap(({ nodeId }) => {
        const parts = outputs[answerName(nodeId, 'parts')];
        return parts === undefined ? [] : [[nodeId, Float32Array.from(parts)]];
      }),
    ),
  };
}

/** [rows, T] as [rows, T + 1]: the last token of a row has no next one, so its column is 0. */
function withLastColumn<A extends Float32Array | Uint8Array>(values: A, padded: A, rows: number): A {
  const positions = values.length / rows;
  for (let row = 0; row < rows; row++) {
    padded.set(values.subarray(row * positions, (row + 1) * positions), row * (positions + 1));
  }
  return padded;
}
