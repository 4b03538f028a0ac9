import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { PredictionSource } from '#engine/compile/plan.ts';
import { earlyExits, exitId, sourceId } from '#engine/compile/sources.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { Answerer } from './answerer.ts';
import type { Voices } from './voices.ts';

/**
 * What everyone says to the same rows, kept so that many decisions can be tried on them without another forward pass.
 * Classification: log-probabilities [R, C]. Language modelling: of the true next token, [R, T], T tokens of context,
 * 0 where a position has no next token.
 */
export interface AnswerTable {
  readonly examples: EncodedExamples;
  /** C, or T for language modelling. */
  readonly columns: number;
  /** Of all fish, the dead too (what their weights would say). */
  readonly fish: ReadonlyMap<FishId, Float32Array>;
  /** What fish with early exits would answer at each, by the exit's id. */
  readonly exits: ReadonlyMap<string, Float32Array>;
  /** As they decide at this moment; without those that refuse to answer. */
  readonly aggregators: ReadonlyMap<NodeId, Float32Array>;
}

/** Asks everyone about all rows of `examples`. */
export async function answerTable(
  swarm: CompiledSwarm,
  answerer: Answerer,
  examples: EncodedExamples,
  voices: Voices,
): Promise<AnswerTable> {
  const { plan, data } = swarm;
  const classify = data.task === 'classification';
  const columns = classify ? data.classes : examples.context;
  const empty = (): Float32Array => new Float32Array(examples.size * columns);
  const fish = new Map(plan.fish.map(({ id }) => [id, empty()]));
  const exits = new Map(
    plan.fish.flatMap(({ id, shape }) =>
      (classify ? earlyExits(shape) : []).map((layer) => [exitId(id, layer), empty()] as const),
    ),
  );
  const aggregators = new Map([...voices.answering].map((id) => [id, empty()]));
  for (const rows of answerer.batches(examples)) {
    const { answers, length } = await answerer.answer(examples, rows, voices);
    const width = classify ? columns : length;
    const copy = (from: Float32Array, into: Float32Array): void => {
      rows.forEach((row, i) => {
        into.set(from.subarray(i * width, (i + 1) * width), row * columns);
      });
    };
    plan.fish.forEach(({ id }, i) => {
      copy(answers.fish[i]!, fish.get(id)!);
    });
    for (const [id, into] of exits) copy(answers.exits.get(id)!, into);
    for (const [id, into] of aggregators) copy(answers.aggregators.get(id)!, into);
  }
  return { examples, columns, fish, exits, aggregators };
}

/** What a source says to the rows of a table; undefined where it refuses to answer. */
export function saidIn(table: AnswerTable, source: PredictionSource): Float32Array | undefined {
  if (source.kind === 'aggregator') return table.aggregators.get(source.nodeId);
  return source.exit === undefined ? table.fish.get(source.fish) : table.exits.get(sourceId(source));
}
