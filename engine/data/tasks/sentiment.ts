import { type RandomStream, randomStream } from '../../core/random.ts';
import { type GeneratedTask, noisy, zipf, zipfWeights } from './generated.ts';
import {
  NEGATIVE,
  NEGATORS,
  OPENERS,
  POSITIVE,
  PRAISES_LOOKS,
  PRAISES_STORY,
  SOUNDS_AND_LOOKS,
  STORY_AND_PEOPLE,
  STRENGTH,
} from './sentimentWords.ts';

const LABELS = ['negative', 'positive'] as const;
/** Share of flipped labels: the best expected accuracy against the labels is exactly 1 - NOISE. */
const NOISE = 0.04;
const NEGATED = 0.25;
const AMBIGUOUS = 0.15;

const weights = { positive: zipfWeights(POSITIVE.length), negative: zipfWeights(NEGATIVE.length) };

/** "the plot was not very dull": its adjective has the other polarity when it is negated. */
function clause(random: RandomStream, positive: boolean): string {
  const aboutLooks = random.chance(0.5);
  const aspect = random.choice(aboutLooks ? SOUNDS_AND_LOOKS : STORY_AND_PEOPLE);
  const negated = random.chance(NEGATED);
  const praises = positive !== negated;
  let adjective: string;
  if (random.chance(AMBIGUOUS)) {
    adjective = random.choice(praises === aboutLooks ? PRAISES_LOOKS : PRAISES_STORY);
  } else {
    adjective = praises
      ? POSITIVE[zipf(random, weights.positive)]!
      : NEGATIVE[zipf(random, weights.negative)]!;
  }
  const words = ['the', aspect, random.chance(0.5) ? 'is' : 'was'];
  if (negated) words.push(random.choice(NEGATORS));
  if (random.chance(0.35)) words.push(random.choice(STRENGTH));
  words.push(adjective);
  return words.join(' ');
}

/** A sentence of the given polarity; where clauses disagree, the connective says which one counts. */
function sentence(random: RandomStream, positive: boolean): string {
  const main = clause(random, positive);
  const opener = random.chance(0.3) ? `${random.choice(OPENERS)} ` : '';
  const form = random.uniform();
  if (form < 0.4) return `${opener}${main} .`;
  if (form < 0.6) return `${opener}${main} and ${clause(random, positive)} .`;
  const other = clause(random, !positive);
  if (form < 0.8) return `${opener}${other} but ${main} .`;
  if (form < 0.9) return `${opener}although ${other} , ${main} .`;
  return `${opener}${main} even though ${other} .`;
}

/** Reviews of a small grammar: negation, contrast, words whose meaning depends on what they are said of. */
export function sentimentTask(examples: number, seed: number): GeneratedTask {
  const random = randomStream(seed, 'task', 'sentiment');
  const rows = Array.from({ length: examples }, () => {
    const truth = random.choice(LABELS);
    const text = sentence(random, truth === 'positive');
    return { text, truth, label: noisy(random, truth, LABELS, NOISE) };
  });
  return {
    task: 'sentiment',
    kind: 'classification',
    rows,
    labels: LABELS,
    bestAccuracy: 1 - NOISE,
    bestLoss: null,
  };
}
