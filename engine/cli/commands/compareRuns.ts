import { changeLine, changeWords } from '../../compare/changeWords.ts';
import { documentChanges } from '../../compare/documentChanges.ts';
import { type ComparedRun, finalNumbers, type NumbersCell } from '../../compare/finalNumbers.ts';
import { parseDocument } from '../../document/parse.ts';
import type { RunStore } from '../../runs/types.ts';
import { print, printJson, table } from '../output.ts';

function read(store: RunStore, given: string): ComparedRun {
  const run = store.open(given);
  try {
    const { id, name, seed, metrics } = run.summary();
    const parsed = parseDocument(run.document());
    return { id, name, seed, metrics, document: parsed.ok ? parsed.document : null };
  } finally {
    run.close();
  }
}

/** Prints the last numbers of runs side by side, and how the document of each differs from that of the first. */
export function compareRuns(
  store: RunStore,
  given: readonly string[],
  options: { readonly json: boolean; readonly joinSeeds: boolean },
): void {
  const runs = given.map((one) => read(store, one));
  const numbers = finalNumbers(runs, options.joinSeeds ? 'join' : 'apart');
  const firsts = numbers.columns.flatMap((column) => column.runs.slice(0, 1));
  const [first, ...others] = firsts;
  const changes = others.map((other) => {
    const [before, after] = [first?.document, other.document];
    if (before == null || after === null) return { run: other.id, changes: null };
    const found = documentChanges(before, after).map((change) => changeWords(change, before, after));
    return { run: other.id, changes: found };
  });
  if (options.json) {
    printJson({
      type: 'comparison',
      runs: runs.map(({ id }) => id),
      metrics: runs.map(({ metrics }) => metrics),
      columns: numbers.columns.map((column) => column.runs.map(({ id }) => id)),
      rows: numbers.rows,
      differences: changes,
    });
    return;
  }
  const heads = numbers.columns.map(({ runs: [one, ...more] }) =>
    more.length === 0 ? (one?.id ?? '') : `${one?.name ?? ''} × ${more.length + 1}`,
  );
  const rows = numbers.rows.map(({ metric, cells }) => [metric, ...cells.flatMap(cellTexts)]);
  print(
    table(['metric', ...heads.flatMap((title, at) => (at === 0 ? [title] : [title, 'difference']))], rows),
  );
  print('* the best of its row');
  for (const { run, changes: found } of changes) {
    if (found === null) print(`\nThe document of ${run} cannot be read, so it is not compared.`);
    else if (found.length === 0) print(`\nThe document of ${run} is the same as that of ${first?.id}.`);
    else {
      print(`\nFrom the document of ${first?.id} to that of ${run}:`);
      for (const words of found) print(`  ${changeLine(words)}`);
    }
  }
}

function cellTexts(cell: NumbersCell | null, column: number): string[] {
  if (cell === null) return column === 0 ? ['–'] : ['–', '–'];
  const spread = cell.deviation === null ? '' : ` ± ${cell.deviation.toPrecision(2)}`;
  const mean = `${cell.mean.toPrecision(5)}${spread}${cell.best ? '*' : ' '}`;
  if (column === 0) return [mean];
  const sign = cell.difference !== null && cell.difference > 0 ? '+' : '';
  return [mean, cell.difference === null ? '–' : `${sign}${cell.difference.toPrecision(3)}`];
}
