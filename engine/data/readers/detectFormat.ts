import { extname } from 'node:path';
import Papa from 'papaparse';
import type { TableFormat } from '../types.ts';
import { usualWidth } from './delimited.ts';
import { isLabelName, isTextName } from './guessHeader.ts';
import { looksLikeLabelSpaceText, looksLikePlay } from './lineTables.ts';

const SAMPLE_CHARS = 100_000;
const DELIMITERS = [',', '\t', ';', '|'] as const;

function sampleOf(text: string): string {
  if (text.length <= SAMPLE_CHARS) return text;
  const end = text.lastIndexOf('\n', SAMPLE_CHARS);
  return end <= 0 ? text.slice(0, SAMPLE_CHARS) : text.slice(0, end);
}

/** Share of records with the usual number of cells, 0 if that is one. */
function consistency(sample: string, delimiter: string): { share: number; first: readonly string[] } {
  const records =
    delimiter === '\t'
      ? sample.split('\n').map((line) => line.split('\t'))
      : Papa.parse<string[]>(sample, { delimiter, newline: '\n' }).data;
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== ''));
  const width = usualWidth(filled);
  const fitting = filled.filter((record) => record.length === width).length;
  return { share: width < 2 ? 0 : fitting / filled.length, first: filled[0] ?? [] };
}

/** The delimiter with which most records have the same number of cells; null where none gives two columns. */
function guessDelimiter(text: string): { delimiter: string; share: number; first: readonly string[] } | null {
  const sample = sampleOf(text);
  let best: { delimiter: string; share: number; first: readonly string[] } | null = null;
  for (const delimiter of DELIMITERS) {
    const { share, first } = consistency(sample, delimiter);
    if (share > (best?.share ?? 0)) best = { delimiter, share, first };
  }
  return best;
}

export interface DetectedFormat {
  readonly kind: TableFormat['kind'];
  readonly delimiter: string | null;
}

function delimited(delimiter: string): DetectedFormat {
  return { kind: delimiter === '\t' ? 'tsv' : 'csv', delimiter };
}

function isJsonObject(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

/** What kind of text table this is, by its name and, where the name does not say, by its content. */
export function detectFormat(path: string, text: string): DetectedFormat {
  const extension = extname(path).toLowerCase();
  if (extension === '.jsonl' || extension === '.ndjson' || extension === '.json') {
    return { kind: 'jsonl', delimiter: null };
  }
  const guess = guessDelimiter(text);
  if (extension === '.csv') return delimited(guess?.delimiter ?? ',');
  if (extension === '.tsv' || extension === '.tab') return delimited('\t');
  if (isJsonObject(text.trimStart().split('\n', 1)[0]!.trim())) return { kind: 'jsonl', delimiter: null };
  if (looksLikeLabelSpaceText(text)) return { kind: 'label-space-text', delimiter: ' ' };
  if (looksLikePlay(text)) return { kind: 'play', delimiter: null };
  if (guess !== null && guess.share > 0.98) {
    // Prose may well have one comma a line; tabs in every line are a table, and so is a line of column names.
    const named = guess.first.some((cell) => isTextName(cell) || isLabelName(cell));
    if (guess.delimiter === '\t' || named || extension !== '.txt') return delimited(guess.delimiter);
  }
  return { kind: 'text', delimiter: null };
}
