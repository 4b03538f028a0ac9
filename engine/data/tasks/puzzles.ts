import { type RandomStream, randomStream } from '../../core/random.ts';
import type { BuiltinTask } from '../types.ts';
import type { GeneratedTask } from './generated.ts';

interface Puzzle {
  readonly text: string;
  readonly label: string;
}

/** A task without noise: the rule is always right, so the best accuracy is 1. */
function puzzleTask(
  task: BuiltinTask,
  labels: readonly string[],
  examples: number,
  seed: number,
  draw: (random: RandomStream) => Puzzle,
): GeneratedTask {
  const random = randomStream(seed, 'task', task);
  const rows = Array.from({ length: examples }, () => {
    const { text, label } = draw(random);
    return { text, label, truth: label };
  });
  return { task, kind: 'classification', rows, labels, bestAccuracy: 1, bestLoss: null };
}

const DIGITS = Array.from({ length: 10 }, (_, i) => String(i));

/**
 * "3 7 + 5 8 =" -> 5: the sum of two numbers below 100, modulo 10. 10,000 questions, but only the two last digits
 * matter: a model that finds them out answers questions it has never seen.
 */
export function modularAdditionTask(examples: number, seed: number): GeneratedTask {
  return puzzleTask('modular-addition', DIGITS, examples, seed, (random) => {
    const a = random.int(100);
    const b = random.int(100);
    const digits = (n: number) => n.toString().padStart(2, '0').split('').join(' ');
    return { text: `${digits(a)} + ${digits(b)} =`, label: String((a + b) % 10) };
  });
}

const PAIRS = ['()', '[]'] as const;
const CLOSING: ReadonlyMap<string, string> = new Map(PAIRS.map((pair) => [pair[0]!, pair[1]!]));

export function isBalanced(symbols: readonly string[]): boolean {
  const open: string[] = [];
  for (const symbol of symbols) {
    const closing = CLOSING.get(symbol);
    if (closing !== undefined) open.push(closing);
    else if (open.pop() !== symbol) return false;
  }
  return open.length === 0;
}

function balanced(random: RandomStream, pairs: number): string[] {
  const symbols: string[] = [];
  const open: string[] = [];
  let left = pairs;
  while (left > 0 || open.length > 0) {
    if (left > 0 && (open.length === 0 || random.chance(0.5))) {
      const pair = random.choice(PAIRS);
      symbols.push(pair[0]!);
      open.push(pair[1]!);
      left -= 1;
    } else {
      symbols.push(open.pop()!);
    }
  }
  return symbols;
}

/** Changes one or two symbols until the brackets no longer match; the length stays the same. */
function broken(random: RandomStream, symbols: readonly string[]): string[] {
  for (;;) {
    const copy = [...symbols];
    if (random.chance(0.5)) {
      copy[random.int(copy.length)] = random.choice(PAIRS)[random.int(2)]!;
    } else {
      const i = random.int(copy.length);
      const j = random.int(copy.length);
      const kept = copy[i]!;
      copy[i] = copy[j]!;
      copy[j] = kept;
    }
    if (!isBalanced(copy)) return copy;
  }
}

/** "( [ ] )" is balanced; a broken one differs from a balanced one in one or two symbols. 2 to 6 pairs. */
export function bracketsTask(examples: number, seed: number): GeneratedTask {
  return puzzleTask('brackets', ['balanced', 'broken'], examples, seed, (random) => {
    const symbols = balanced(random, 2 + random.int(5));
    if (random.chance(0.5)) return { text: symbols.join(' '), label: 'balanced' };
    return { text: broken(random, symbols).join(' '), label: 'broken' };
  });
}

const KEYS = 'ka mo ti su re no'.split(' ');
const VALUES = 'red blue green gold'.split(' ');

/**
 * "sured kagold mored ? ka" -> gold: find the word that begins with the key and say how it ends. 2 to 5 pairs. Key
 * and value are one word, so that one attention layer can look it up (apart, they took more than 1,500 steps).
 */
export function recallTask(examples: number, seed: number): GeneratedTask {
  return puzzleTask('recall', [...VALUES].sort(), examples, seed, (random) => {
    const keys = random.shuffle([...KEYS]).slice(0, 2 + random.int(4));
    const pairs = keys.map((key) => [key, random.choice(VALUES)] as const);
    const [key, value] = random.choice(pairs);
    return { text: `${pairs.map((pair) => pair.join('')).join(' ')} ? ${key}`, label: value };
  });
}
