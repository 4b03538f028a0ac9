import type { RunId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { Example, Prediction } from '#engine/protocol/api/answers.ts';
import { engine } from '../../engine/client.ts';

/** How a language model writes; without meaning for classification. */
export interface Writing {
  readonly tokens: number;
  readonly temperature: number;
  readonly seed: number;
}

/** Texts of one request: few enough that an answer comes in a moment. */
const PORTION = 32;
const examplesOf = new Map<RunId, Promise<readonly Example[]>>();

/** The validation rows a run keeps; asked for once. */
function examples(runId: RunId): Promise<readonly Example[]> {
  let known = examplesOf.get(runId);
  if (known === undefined) {
    known = engine.request('runs.examples', { runId });
    known.then(
      (found) => found.length === 0 && examplesOf.delete(runId),
      () => examplesOf.delete(runId),
    );
    examplesOf.set(runId, known);
  }
  return known;
}

export interface TriedExample {
  readonly prediction: Prediction;
  readonly truth: string | null;
}

const FIRST_WORDS = 80;

/**
 * A validation row the swarm is asked about: any, or one it gets wrong. Throws a ShuuraiError with a sentence where there is none.
 */
export async function tryExample(
  runId: RunId,
  which: 'any' | 'wrong',
  writing: Writing,
): Promise<TriedExample> {
  const all = await examples(runId);
  if (all.length === 0)
    throw new ShuuraiError(
      'not-found',
      t`This run kept no validation examples: it was made by an older version, or has not prepared its data yet.`,
    );
  const start = Math.floor(Math.random() * all.length);
  const shuffled = [...all.slice(start), ...all.slice(0, start)];
  if (which === 'any') {
    const example = shuffled[0]!; // not empty, see above
    const language = example.label === '';
    const text = language ? example.text.slice(0, FIRST_WORDS) : example.text;
    const prediction = await engine.request('runs.predict', { runId, text, ...writing });
    return { prediction, truth: language ? null : example.label };
  }
  for (let from = 0; from < shuffled.length; from += PORTION) {
    const portion = shuffled.slice(from, from + PORTION);
    const texts = portion.map(({ text }) => text);
    const predictions = await engine.request('runs.predictMany', { runId, texts, ...writing });
    const wrong = predictions.findIndex(({ label }, at) => label !== portion[at]?.label);
    const prediction = predictions[wrong];
    if (prediction !== undefined) return { prediction, truth: portion[wrong]?.label ?? null };
  }
  throw new ShuuraiError(
    'not-found',
    t`It gets all ${all.length} examples right that were kept of validation.`,
  );
}

/** Asks about many texts in portions; `onPortion` gets the answers so far and says whether to go on. */
export async function askMany(
  runId: RunId,
  texts: readonly string[],
  writing: Writing,
  onPortion: (answers: readonly Prediction[]) => boolean,
): Promise<void> {
  const answers: Prediction[] = [];
  for (let from = 0; from < texts.length; from += PORTION) {
    const portion = texts.slice(from, from + PORTION);
    answers.push(...(await engine.request('runs.predictMany', { runId, texts: portion, ...writing })));
    if (!onPortion([...answers])) return;
  }
}
