import { expect, it } from 'vitest';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { linesOf, manyToCsv } from './manyToCsv.ts';

const answer = (text: string, label: string): Prediction => ({
  text,
  label,
  confidence: 0.5,
  scores: {},
  fish: [
    { id: 'a', nodeId: 'a', label, confidence: 1, alive: true, reads: [] },
    { id: 'b', nodeId: 'b', label, confidence: 1, alive: false, reads: [] },
  ],
  path: [],
});

it('writes a row a text with what each fish said', () => {
  expect(manyToCsv([answer('one, "two"', 'yes')], (id) => id.toUpperCase())).toBe(
    'text,answer,confidence,A,B\n"one, ""two""",yes,0.5,yes,\n',
  );
  const written = { ...answer('Once', ''), continuation: ' upon\na time' };
  expect(manyToCsv([written], String)).toBe('text,continuation\nOnce," upon\na time"\n');
});

it('takes a line for a text', () => {
  expect(linesOf(' a\r\n\n b c \n')).toEqual(['a', 'b c']);
});
