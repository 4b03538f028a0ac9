import { describe, expect, it } from 'vitest';
import type { BuiltinTask } from '../types.ts';
import { generateTask } from './generateTask.ts';
import { isBalanced } from './puzzles.ts';
import {
  DISLIKED,
  LIKED,
  NEGATIVE,
  NEGATORS,
  POSITIVE,
  PRAISES_LOOKS,
  PRAISES_STORY,
  SOUNDS_AND_LOOKS,
  STRENGTH,
} from './sentimentWords.ts';
import { TINY_LANGUAGE } from './tinyLanguage.ts';

const TASKS: readonly BuiltinTask[] = [
  'sentiment',
  'topics',
  'modular-addition',
  'brackets',
  'recall',
  'tiny-language',
];

/** The rule of a clause, written anew: polarity of "the plot was not very dull". */
function clausePolarity(clause: string): boolean {
  const words = clause.split(' ');
  const adjective = words.at(-1)!;
  const looks = SOUNDS_AND_LOOKS.some((aspect) => words.includes(aspect));
  const praises = PRAISES_LOOKS.includes(adjective)
    ? looks
    : PRAISES_STORY.includes(adjective)
      ? !looks
      : POSITIVE.includes(adjective);
  return praises !== words.some((word) => NEGATORS.includes(word));
}

/** The clause that counts. */
function sentimentRule(text: string): string {
  const body = text.replace(/( , i \w+ it)? \.$/, '');
  const clauses = body.split(/ but | , /);
  const main = clauses.length > 1 && /but|although/.test(body) ? clauses[1]! : clauses[0]!;
  return clausePolarity(main) ? 'positive' : 'negative';
}

describe('built-in tasks', () => {
  it.each(TASKS)('%s: same seed same rows, more examples continue them, another seed differs', (task) => {
    const rows = generateTask(task, 200, 7).rows;
    expect(generateTask(task, 200, 7).rows).toEqual(rows);
    expect(generateTask(task, 300, 7).rows.slice(0, 200)).toEqual(rows);
    expect(generateTask(task, 200, 8).rows).not.toEqual(rows);
    expect(rows.every((row) => row.text.trim() !== '')).toBe(true);
  });

  it.each(TASKS)('%s: knowing the rule gives the stated best accuracy', (task) => {
    const { rows, bestAccuracy, labels, kind } = generateTask(task, 20_000, 3);
    if (kind === 'language-modelling') {
      expect(bestAccuracy).toBeNull();
      return;
    }
    const right = rows.filter((row) => row.label === row.truth).length / rows.length;
    expect(Math.abs(right - bestAccuracy!)).toBeLessThan(0.006);
    expect(new Set(rows.map((row) => row.truth))).toEqual(new Set(labels));
    for (const label of labels) {
      const share = rows.filter((row) => row.truth === label).length / rows.length;
      expect(Math.abs(share * labels.length - 1)).toBeLessThan(0.12);
    }
  });

  it('sentiment: the truth follows from the text alone, and counting words is not enough', () => {
    const { rows } = generateTask('sentiment', 5000, 1);
    expect(rows.filter((row) => sentimentRule(row.text) !== row.truth)).toEqual([]);
    const counted = rows.filter((row) => {
      const words = row.text.split(' ');
      const score =
        words.filter((w) => POSITIVE.includes(w)).length - words.filter((w) => NEGATIVE.includes(w)).length;
      return (score > 0 ? 'positive' : 'negative') === row.truth;
    });
    expect(counted.length / rows.length).toBeLessThan(0.85);
    const lists = [
      POSITIVE,
      NEGATIVE,
      LIKED,
      DISLIKED,
      NEGATORS,
      STRENGTH,
      PRAISES_LOOKS,
      PRAISES_STORY,
    ].flat();
    expect(new Set(lists).size).toBe(lists.length);
  });

  it('topics: the own topic has more words than any other', () => {
    const { rows, labels } = generateTask('topics', 4000, 2);
    const byTopic = new Map<string, Map<string, number>>();
    // Words are learnt from other examples: a word belongs to the topic it stands under most often.
    for (const row of generateTask('topics', 60_000, 99).rows) {
      for (const word of row.text.split(' ')) {
        const counts = byTopic.get(word) ?? new Map<string, number>();
        counts.set(row.truth, (counts.get(row.truth) ?? 0) + 1);
        byTopic.set(word, counts);
      }
    }
    const topicOf = (word: string): string | null => {
      const counts = [...(byTopic.get(word) ?? [])].sort((a, b) => b[1] - a[1]);
      const total = counts.reduce((sum, [, count]) => sum + count, 0);
      return counts[0] !== undefined && counts[0][1] > 0.4 * total ? counts[0][0] : null;
    };
    let right = 0;
    for (const row of rows) {
      const score = labels.map(
        (label) => row.text.split(' ').filter((word) => topicOf(word) === label).length,
      );
      if (labels[score.indexOf(Math.max(...score))] === row.truth) right += 1;
    }
    expect(right / rows.length).toBeGreaterThan(0.99);
  });

  it('modular addition, brackets and recall follow their rules', () => {
    for (const { text, label } of generateTask('modular-addition', 500, 1).rows) {
      const [a, b] = text
        .replace(' =', '')
        .split(' + ')
        .map((part) => Number(part.replace(' ', '')));
      expect((a! + b!) % 10).toBe(Number(label));
    }
    for (const { text, label } of generateTask('brackets', 500, 1).rows) {
      expect(isBalanced(text.split(' '))).toBe(label === 'balanced');
    }
    for (const { text, label } of generateTask('recall', 500, 1).rows) {
      const [pairs, key] = text.split(' ? ');
      const found = pairs!.split(' ').filter((word) => word.startsWith(key!));
      expect(found).toEqual([`${key}${label}`]);
    }
    expect(isBalanced(['(', ']'])).toBe(false);
    expect(isBalanced(['('])).toBe(false);
    expect(isBalanced([')'])).toBe(false);
  });

  it('tiny-language: stated length and entropy agree with the sentences, subjects with their verbs', () => {
    const { rows, bestLoss } = generateTask('tiny-language', 40_000, 5);
    const lengths = rows.map((row) => row.text.split(' ').length);
    const mean = lengths.reduce((a, b) => a + b) / rows.length;
    expect(Math.abs(mean - TINY_LANGUAGE.length)).toBeLessThan(0.05);
    expect(bestLoss).toBeCloseTo(TINY_LANGUAGE.entropy / (TINY_LANGUAGE.length + 2), 12);
    // Entropy by a second way: of the short sentences "ARTICLE NAME VERB ." only, estimated from their counts.
    const short = rows.filter((row) => row.text.split(' ').length === 4);
    const counts = new Map<string, number>();
    for (const row of short) counts.set(row.text, (counts.get(row.text) ?? 0) + 1);
    let estimate = 0;
    for (const count of counts.values()) estimate -= (count / short.length) * Math.log(count / short.length);
    const weights = (n: number) => Array.from({ length: n }, (_, i) => ((n - i) * 2) / (n * (n + 1)));
    const entropy = (p: number[]) => -p.reduce((sum, x) => sum + x * Math.log(x), 0);
    const names = (entropy(weights(8)) + entropy(weights(7))) / 2;
    const exact = Math.log(2) + entropy(weights(3)) + names + entropy(weights(4));
    expect(Math.abs(estimate - exact)).toBeLessThan(0.06);
    for (const row of rows.slice(0, 2000)) {
      const words = row.text.split(' ');
      const plural = /^(dogs|cats|birds|foxes|girls|boys|kings)$/.test(
        words.find((word) => /^(dogs?|cats?|fish|birds?|fox(es)?|girls?|boys?|kings?)$/.test(word))!,
      );
      const verbs = words.filter((word) => /^(see|like|follow|fear|help|sleep|swim|sing|wait)s?$/.test(word));
      expect(verbs.at(-1)!.endsWith('s')).toBe(!plural);
    }
  });
});
