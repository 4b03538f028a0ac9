import type { RandomStream } from '../../core/random.ts';
import type { BuiltinTask, Task } from '../types.ts';

export interface GeneratedRow {
  readonly text: string;
  /** What a model is trained on and measured against; "" for language modelling. */
  readonly label: string;
  /** The label before noise. */
  readonly truth: string;
}

export interface GeneratedTask {
  readonly task: BuiltinTask;
  readonly kind: Task;
  readonly rows: readonly GeneratedRow[];
  /** All classes, sorted, whether or not they occur. */
  readonly labels: readonly string[];
  /** Expected accuracy against the (noisy) labels of a model that knows the rule; null for language modelling. */
  readonly bestAccuracy: number | null;
  /** Entropy in nats a token, <bos> and <eos> included, with one token a word; null for classification. */
  readonly bestLoss: number | null;
}

/** An index with probability proportional to 1 / (index + 1): frequent words first, a long tail of rare ones. */
export function zipf(random: RandomStream, cumulative: readonly number[]): number {
  const target = random.uniform() * cumulative.at(-1)!;
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function zipfWeights(count: number): number[] {
  let sum = 0;
  return Array.from({ length: count }, (_, i) => {
    sum += 1 / (i + 1);
    return sum;
  });
}

/** The label, or with probability `noise` one of the others. */
export function noisy(random: RandomStream, truth: string, labels: readonly string[], noise: number): string {
  if (!random.chance(noise)) return truth;
  return random.choice(labels.filter((label) => label !== truth));
}
