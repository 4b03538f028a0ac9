import { csvRow } from '#engine/exchange/csvRow.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';

/** A row a text (RFC 4180): the answer, its confidence, and what each fish said; of a language model its continuation. */
export function manyToCsv(answers: readonly Prediction[], name: (id: string) => string): string {
  const [first] = answers;
  if (first === undefined) return '';
  const head =
    first.continuation === undefined
      ? ['text', 'answer', 'confidence', ...first.fish.map(({ id }) => name(id))]
      : ['text', 'continuation'];
  const rows = answers.map((answer) =>
    answer.continuation === undefined
      ? [
          answer.text,
          answer.label,
          String(answer.confidence),
          ...answer.fish.map(({ alive, label }) => (alive ? label : '')),
        ]
      : [answer.text, answer.continuation],
  );
  return `${[head, ...rows].map(csvRow).join('\n')}\n`;
}

/** The texts of a file or of what was pasted: a line each, empty ones left out. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
