import { type RandomStream, randomStream } from '../../core/random.ts';
import { type GeneratedTask, noisy, zipf, zipfWeights } from './generated.ts';
import {
  DISLIKED,
  LIKED,
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
const NEGATED = 0.12;
const AMBIGUOUS = 0.06;

const RANKS = new Map([POSITIVE, NEGATIVE, LIKED, DISLIKED].map((list) => [list, zipfWeights(list.length)]));

function pick(random: RandomStream, list: readonly string[]): string {
  return list[zipf(random, RANKS.get(list)!)]!;
}

/** "the plot was not very dull": its adjective has the other polarity when it is negated. */
function clause(random: RandomStream, positive: boolean): string {
  const aboutLooks = random.chance(0.5);
  const words = ['the', random.choice(aboutLooks ? SOUNDS_AND_LOOKS : STORY_AND_PEOPLE), 'was'];
  const negated = random.chance(NEGATED);
  if (negated) words.push(random.choice(NEGATORS));
  if (random.chance(0.25)) words.push(random.choice(STRENGTH));
  const praises = positive !== negated;
  if (random.chance(AMBIGUOUS)) {
    words.push(random.choice(praises === aboutLooks ? PRAISES_LOOKS : PRAISES_STORY));
    return words.join(' ');
  }
  const list = praises ? POSITIVE : NEGATIVE;
  words.push(pick(random, list));
  if (!negated && random.chance(0.5)) words.push('and', pick(random, list));
  return words.join(' ');
}

/** A sentence of the given polarity; where clauses disagree, the connective says which one counts. */
function sentence(random: RandomStream, positive: boolean): string {
  const parts: string[] = random.chance(0.2) ? [random.choice(OPENERS)] : [];
  const main = clause(random, positive);
  const form = random.uniform();
  if (form < 0.35) parts.push(main);
  else if (form < 0.84) parts.push(main, ',', clause(random, positive));
  else if (form < 0.92) parts.push(clause(random, !positive), 'but', main);
  else parts.push('although', clause(random, !positive), ',', main);
  if (random.chance(0.4)) parts.push(', i', pick(random, positive ? LIKED : DISLIKED), 'it');
  return `${parts.join(' ')} .`;
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
