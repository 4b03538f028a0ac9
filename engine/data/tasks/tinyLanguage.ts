import { type RandomStream, randomStream } from '../../core/random.ts';
import type { GeneratedTask } from './generated.ts';

interface Rule {
  readonly probability: number;
  /** Names of other symbols, or words. */
  readonly symbols: readonly string[];
}
type Grammar = ReadonlyMap<string, readonly Rule[]>;

const words = (text: string): Rule[] => {
  const list = text.split(' ');
  // Decreasing probabilities, so that the words differ in frequency.
  const total = (list.length * (list.length + 1)) / 2;
  return list.map((word, i) => ({ probability: (list.length - i) / total, symbols: [word] }));
};
const rule = (probability: number, ...symbols: string[]): Rule => ({ probability, symbols });

/**
 * Sentences whose verb agrees with its subject across a relative clause ("the dogs that see a cat sleep").
 * Every sentence has exactly one derivation and no symbol contains itself, so that the entropy is an exact sum.
 */
const GRAMMAR: Grammar = new Map([
  ['Sentence', [rule(0.5, 'Subject1', 'Verb1', '.'), rule(0.5, 'Subject2', 'Verb2', '.')]],
  ['Subject1', [rule(0.65, 'Noun1'), rule(0.35, 'Noun1', 'that', 'Transitive1', 'Noun')]],
  ['Subject2', [rule(0.65, 'Noun2'), rule(0.35, 'Noun2', 'that', 'Transitive2', 'Noun')]],
  ['Verb1', [rule(0.4, 'Intransitive1'), rule(0.6, 'Transitive1', 'Noun')]],
  ['Verb2', [rule(0.4, 'Intransitive2'), rule(0.6, 'Transitive2', 'Noun')]],
  ['Noun', [rule(0.5, 'Noun1'), rule(0.5, 'Noun2')]],
  ['Noun1', [rule(0.7, 'Article1', 'Name1'), rule(0.3, 'Article1', 'Adjective', 'Name1')]],
  ['Noun2', [rule(0.7, 'Article2', 'Name2'), rule(0.3, 'Article2', 'Adjective', 'Name2')]],
  ['Article1', words('the a one')],
  ['Article2', words('the some two')],
  ['Adjective', words('small old red quick quiet')],
  ['Name1', words('dog cat fish bird fox girl boy king')],
  ['Name2', words('dogs cats birds foxes girls boys kings')],
  ['Transitive1', words('sees likes follows fears helps')],
  ['Transitive2', words('see like follow fear help')],
  ['Intransitive1', words('sleeps swims sings waits')],
  ['Intransitive2', words('sleep swim sing wait')],
]);

function expand(random: RandomStream, symbol: string, out: string[]): void {
  const rules = GRAMMAR.get(symbol);
  if (rules === undefined) {
    out.push(symbol);
    return;
  }
  let target = random.uniform();
  const chosen = rules.find((candidate) => {
    target -= candidate.probability;
    return target < 0;
  });
  for (const part of (chosen ?? rules.at(-1)!).symbols) expand(random, part, out);
}

/** Expected entropy (nats) and words of what a symbol expands to. */
function expectation(symbol: string): { entropy: number; length: number } {
  const rules = GRAMMAR.get(symbol);
  if (rules === undefined) return { entropy: 0, length: 1 };
  let entropy = 0;
  let length = 0;
  for (const { probability, symbols } of rules) {
    const parts = symbols.map(expectation);
    entropy += probability * (parts.reduce((sum, part) => sum + part.entropy, 0) - Math.log(probability));
    length += probability * parts.reduce((sum, part) => sum + part.length, 0);
  }
  return { entropy, length };
}

/** Nats and words of a sentence, on average. */
export const TINY_LANGUAGE = expectation('Sentence');

/**
 * Sentences of the grammar, one a row. `bestLoss` is the entropy of a sentence over its words and the two marks
 * around it; a window that begins in the middle of a sentence cannot quite reach it.
 */
export function tinyLanguageTask(examples: number, seed: number): GeneratedTask {
  const random = randomStream(seed, 'task', 'tiny-language');
  const rows = Array.from({ length: examples }, () => {
    const out: string[] = [];
    expand(random, 'Sentence', out);
    return { text: out.join(' '), label: '', truth: '' };
  });
  const bestLoss = TINY_LANGUAGE.entropy / (TINY_LANGUAGE.length + 2);
  return {
    task: 'tiny-language',
    kind: 'language-modelling',
    rows,
    labels: [],
    bestAccuracy: null,
    bestLoss,
  };
}
