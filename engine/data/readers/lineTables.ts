import { t } from '../../core/text.ts';
import type { TableFormat } from '../types.ts';
import type { RawTable } from './rawTable.ts';

type Encoding = TableFormat['encoding'];

/** Every line that is not blank is a row with the one column `text`. */
export function readLines(text: string, encoding: Encoding): RawTable {
  const rows: string[][] = [];
  const lines: number[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    rows.push([line]);
    lines.push(i + 1);
  });
  return {
    columns: ['text'],
    rows,
    lines,
    problems: [],
    format: { kind: 'text', encoding, delimiter: null, header: false },
  };
}

/** Lines of `LABEL SPACE TEXT` (the Stanford treebank, TREC; `__label__X` of fastText). */
export function readLabelSpaceText(text: string, encoding: Encoding): RawTable {
  const rows: string[][] = [];
  const lines: number[] = [];
  const problems: { line: number; message: string }[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const match = /^\s*(?:__label__)?(\S+)[ \t]+(\S.*)$/u.exec(line);
    if (match === null) {
      problems.push({ line: i + 1, message: t`The line has no text after its label.` });
      return;
    }
    rows.push([match[1]!, match[2]!.trimEnd()]);
    lines.push(i + 1);
  });
  return {
    columns: ['label', 'text'],
    rows,
    lines,
    problems,
    format: { kind: 'label-space-text', encoding, delimiter: ' ', header: false },
  };
}

const SPEAKER = /^([\p{L}][^:\n]{0,60}):[ \t]*$/u;

/**
 * A play: blocks between blank lines; a block whose first line is `NAME:` is one turn by NAME, a block without
 * such a line continues the turn before it. Blocks before the first name have the speaker "".
 */
export function readPlay(text: string, encoding: Encoding): RawTable {
  const rows: [speaker: string, text: string][] = [];
  const lines: number[] = [];
  const source = text.split('\n');
  let inBlock = false;
  source.forEach((line, i) => {
    if (line.trim() === '') {
      inBlock = false;
      return;
    }
    const name = inBlock ? null : SPEAKER.exec(line.trimEnd());
    if (name !== null) {
      rows.push([name[1]!, '']);
      lines.push(i + 1);
    } else {
      if (rows.length === 0) {
        rows.push(['', '']);
        lines.push(i + 1);
      }
      const turn = rows.at(-1)!;
      const separator = turn[1] === '' ? '' : inBlock ? '\n' : '\n\n';
      turn[1] += separator + line;
    }
    inBlock = true;
  });
  return {
    columns: ['speaker', 'text'],
    rows,
    lines,
    problems: [],
    format: { kind: 'play', encoding, delimiter: null, header: false },
  };
}

/** Whether most blocks of the beginning are turns with a name. */
export function looksLikePlay(text: string): boolean {
  const blocks = text
    .slice(0, 200_000)
    .split(/\n[ \t]*\n+/)
    .filter((block) => block.trim() !== '');
  const named = blocks.filter((block) => SPEAKER.test(block.trimStart().split('\n', 1)[0]!.trimEnd()));
  return named.length >= 8 && named.length > 0.6 * blocks.length;
}

/** Whether nearly all lines begin with something that is a label: a number, `COARSE:fine` or `__label__X`. */
export function looksLikeLabelSpaceText(text: string): boolean {
  const sample = text.slice(0, 200_000).split('\n').slice(0, 1000);
  const lines = sample.filter((line) => line.trim() !== '');
  const labels = lines.map((line) => /^(\d{1,3}|[A-Z]{2,}:[a-z]+|__label__\S+) \S/.exec(line)?.[1]);
  const found = labels.filter((label) => label !== undefined);
  const distinct = new Set(found).size;
  return (
    lines.length >= 2 && found.length >= 0.98 * lines.length && distinct <= Math.max(2, lines.length / 3)
  );
}
