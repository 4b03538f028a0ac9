import type { FishId } from '#engine/core/brand.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import type { Body } from './body.ts';
import type { Voices } from './voices.ts';

/** What each fish says to some rows: log-probabilities [rows, C], in their order. Classification only. */
export async function fishAnswers(
  { plan, prepared, answerer }: Body,
  examples: EncodedExamples,
  rows: Int32Array,
  voices: Voices,
): Promise<ReadonlyMap<FishId, Float32Array>> {
  const { classes } = prepared.swarm.data;
  const { batchSize } = prepared.swarm.answers;
  const said = new Map(plan.fish.map(({ id }) => [id, new Float32Array(rows.length * classes)]));
  // Texts of like length together, so that short ones run through the programs of short lengths.
  const order = Int32Array.from(rows.keys()).sort(
    (a, b) => examples.lengths[rows[a]!]! - examples.lengths[rows[b]!]! || a - b,
  );
  for (let from = 0; from < order.length; from += batchSize) {
    const places = order.subarray(from, from + batchSize);
    const { answers } = await answerer.answer(
      examples,
      places.map((place) => rows[place]!),
      voices,
    );
    plan.fish.forEach(({ id }, i) => {
      const own = said.get(id)!; // has all fish
      places.forEach((place, k) => {
        own.set(answers.fish[i]!.subarray(k * classes, (k + 1) * classes), place * classes);
      });
    });
  }
  return said;
}
