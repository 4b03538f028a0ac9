/**
 * Writes measured numbers into docs/concepts.md: `node scripts/concepts.ts RESULTS...`, files of what `npm run experiments --
 * --json` printed. A comment before a table names it, `<!-- modular 2 -->` or `<!-- modular --full 2 -->`; how many effects
 * hold stands where the command does; results of full forms have a row for each experiment and seed besides.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of `--json`: see bench/experiments/main.ts. */
interface Result {
  readonly name: string;
  readonly full: boolean;
  readonly seeds: readonly number[];
  readonly tables: readonly {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  }[];
  readonly effects: readonly { readonly claim: string; readonly holds: boolean; readonly measured: string }[];
}

const path = join(import.meta.dirname, '..', 'docs/concepts.md');
const results = process.argv.slice(2).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Result),
);

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const cell = (value: string | number | null): string =>
  typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : (value ?? '');
const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${line(columns)}|${'---|'.repeat(columns.length)}\n${rows.map(line).join('')}`;

let text = readFileSync(path, 'utf8');

/** Puts other lines in the place of the table that follows a comment; nothing where there is no such comment. */
function replaceTable(comment: string, write: (old: string) => string): void {
  const mark = `<!-- ${comment} -->\n`;
  const at = text.indexOf(mark);
  if (at < 0) return;
  const start = text.indexOf('\n|', at) + 1;
  const end = text.indexOf('\n\n', start) + 1;
  text = text.slice(0, start) + write(text.slice(start, end)) + text.slice(end);
}

const tally = ({ effects }: Result): string =>
  `${effects.filter(({ holds }) => holds).length} of ${effects.length}`;

/** The row of an experiment and its seeds in the table of full forms. */
function noteSeed(result: Result): void {
  const { name, seeds, effects } = result;
  const failed = effects.filter(({ holds }) => !holds);
  const row = [
    name,
    seeds.join(', '),
    tally(result),
    failed.map(({ claim, measured }) => `${claim}: ${measured}`).join('; '),
  ];
  const order = (cells: readonly string[]): string => `${cells[0]} ${cells[1]}`;
  replaceTable('full forms', (old) => {
    const rows = old
      .trim()
      .split('\n')
      .slice(2)
      .map((each) =>
        each
          .slice(1, -1)
          .split('|')
          .map((one) => one.trim()),
      )
      // One run of several seeds says what the runs of each of them did.
      .filter(
        ([other = '', of = '']) =>
          other !== name || of.split(', ').some((seed) => !row[1]!.split(', ').includes(seed)),
      );
    return table(
      ['experiment', 'seed', 'effects that hold', 'which do not'],
      [...rows, row].toSorted((a, b) => order(a).localeCompare(order(b))),
    );
  });
}

for (const result of results) {
  const { name, full, seeds } = result;
  if (full) noteSeed(result);
  // The tables of full forms are those of seed 1, or of all three in one run.
  if (full && !['1', '1,2,3'].includes(String(seeds))) continue;
  const form = full ? `${name} --full` : name;
  result.tables.forEach(({ columns, rows }, i) => {
    replaceTable(`${form} ${i + 1}`, () =>
      table(
        columns,
        rows.map((row) => row.map(cell)),
      ),
    );
  });
  text = text.replaceAll(
    new RegExp(`(\`npm run experiments -- ${form}\`)(?:, seeds? [\\d, ]+)?: \\d+ of \\d+ effects`, 'g'),
    `$1${full ? `, ${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(', ')}` : ''}: ${tally(result)} effects`,
  );
}
writeFileSync(path, text);
