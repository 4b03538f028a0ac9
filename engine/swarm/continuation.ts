import { ShuuraiError } from '#engine/core/errors.ts';
import { type RandomStream, randomStream } from '#engine/core/random.ts';
import { BEGIN, END, PAD, UNKNOWN } from '#engine/data/tokenizers/vocabulary.ts';
import type { EncodedExamples } from '#engine/data/types.ts';
import { t } from '../core/text.ts';

export interface Choice {
  readonly tokens: number;
  readonly temperature: number;
  readonly seed: number;
}

/** A token that was written, and the probability the model gave it (at temperature 1). */
export interface Written {
  readonly token: number;
  readonly probability: number;
}

const MOST_TOKENS = 10_000;
/** Tokens that no text contains. */
const NEVER: ReadonlySet<number> = new Set([PAD, UNKNOWN, BEGIN]);

function checkChoice({ tokens, temperature }: Choice): void {
  if (!Number.isInteger(tokens) || tokens < 0 || tokens > MOST_TOKENS) {
    throw new ShuuraiError(
      'invalid-arguments',
      t`A continuation has a whole number of tokens from 0 to ${MOST_TOKENS}, not ${tokens}.`,
    );
  }
  if (!(temperature >= 0) || !Number.isFinite(temperature)) {
    throw new ShuuraiError('invalid-arguments', t`The temperature must be 0 or more, not ${temperature}.`);
  }
}

/** One token of the distribution: the most probable, or drawn from softmax(log p / temperature). */
function choose(logProbs: Float32Array, temperature: number, random: RandomStream): number {
  let best: number = END;
  logProbs.forEach((log, token) => {
    if (!NEVER.has(token) && log > (logProbs[best] ?? -Infinity)) best = token;
  });
  if (temperature === 0) return best;
  const top = logProbs[best]!;
  const weights = logProbs.map((log, token) => (NEVER.has(token) ? 0 : Math.exp((log - top) / temperature)));
  const sum = weights.reduce((a, b) => a + b, 0);
  let rest = random.uniform() * sum;
  for (let token = 0; token < weights.length; token++) {
    rest -= weights[token]!;
    if (rest < 0) return token;
  }
  return best; // rounding left a rest
}

/**
 * Goes on writing after row 0 of `prompt` until the text ends or `choice.tokens` are written. The model sees the last
 * `prompt.context` tokens. Draws depend on (seed, number of the text) only.
 *
 * @param next log-probabilities of the token after `tokens` (one padded row), of which `length` are in use.
 */
export async function writeOn(
  prompt: EncodedExamples,
  choice: Choice,
  number: number,
  next: (tokens: Int32Array, length: number) => Promise<Float32Array>,
): Promise<Written[]> {
  checkChoice(choice);
  const random = randomStream(choice.seed, 'continuation', number);
  const text = [...prompt.tokens.subarray(0, prompt.lengths[0])];
  const written: Written[] = [];
  while (written.length < choice.tokens) {
    const seen = text.slice(-prompt.context);
    const tokens = new Int32Array(prompt.context);
    tokens.set(seen);
    const logProbs = await next(tokens, seen.length);
    const token = choose(logProbs, choice.temperature, random);
    if (token === END) break;
    text.push(token);
    written.push({ token, probability: Math.exp(logProbs[token]!) });
  }
  return written;
}
