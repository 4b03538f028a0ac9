import { createInterface } from 'node:readline/promises';
import { didYouMean } from '../../document/didYouMean.ts';
import { runQuerySchema } from '../../protocol/api/runs.ts';
import { openRunStore } from '../../runs/openRunStore.ts';
import type { RunStore } from '../../runs/types.ts';
import { badArguments, type Command, text, type Values } from '../command.ts';
import { percent, print, printJson, table } from '../output.ts';
import { compareRuns } from './compareRuns.ts';

const ACTIONS = ['list', 'show', 'compare', 'delete'];

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function listRuns(store: RunStore, values: Values): void {
  const json = values.json === true;
  const search = text(values, 'search') ?? '';
  const tag = text(values, 'tag') ?? null;
  const page = (offset: number) => store.query(runQuerySchema.parse({ search, tag, offset, limit: 1000 }));
  const first = page(0);
  const runs = [...first.runs];
  while (runs.length < first.found) {
    const more = page(runs.length).runs;
    if (more.length === 0) break; // deleted meanwhile
    runs.push(...more);
  }
  if (json) runs.forEach(printJson);
  else if (first.all === 0) print('No run is kept yet. Start one with: shuurai run FILE');
  else if (runs.length === 0) print(`None of the ${first.all} kept runs fits.`);
  else {
    const rows = runs.map((run) => [
      run.id,
      run.state,
      `${run.round}/${run.rounds}`,
      String(run.seed),
      String(run.fish),
      percent(run.metrics['swarm/accuracy']),
      megabytes(run.bytes),
      [run.name, ...run.tags.map((one) => `#${one}`)].join(' '),
    ]);
    print(table(['run', 'state', 'round', 'seed', 'fish', 'accuracy', 'disk', 'name'], rows));
  }
}

function show(store: RunStore, id: string, json: boolean): void {
  const run = store.open(id);
  const summary = run.summary();
  run.close();
  if (json) {
    printJson(summary);
    return;
  }
  print(
    `${summary.name}: ${summary.state}, round ${summary.round} of ${summary.rounds}, seed ${summary.seed}`,
  );
  print(`${summary.fish} fish, ${summary.executor}, engine ${summary.engineVersion}`);
  for (const [name, value] of Object.entries(summary.metrics))
    print(`${name.padEnd(24)} ${value.toPrecision(5)}`);
  if (summary.tags.length > 0) print(summary.tags.map((one) => `#${one}`).join(' '));
  if (summary.note !== '') print(summary.note);
  if (summary.error !== null) print(summary.error);
  print(summary.runDir);
}

/** On a terminal a person is asked first; deleting cannot be undone. */
async function agrees(runs: readonly string[], values: Values): Promise<boolean> {
  if (values.yes === true || !process.stdin.isTTY || !process.stdout.isTTY) return true;
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await lines.question(`Delete ${runs.join(', ')} for good? This cannot be undone. [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}

async function deleteRuns(store: RunStore, runs: readonly string[], values: Values): Promise<void> {
  if (!(await agrees(runs, values))) {
    print('Nothing is deleted.');
    return;
  }
  for (const run of runs) {
    store.delete(run);
    if (values.json === true) printJson({ type: 'deleted', run });
    else print(`${run} is deleted.`);
  }
}

export const runsCommand: Command = {
  name: 'runs',
  usage: '[list | show RUN | compare A B... | delete RUN...] [--json]',
  summary: 'the kept runs',
  help: `  list               every run; with --search WORDS or --tag TAG only those that fit
  show RUN           one run with its last numbers
  compare A B...     last numbers side by side, the best marked, and how the documents differ from the first
  delete RUN...      for good; on a terminal it asks first, unless --yes
  --seeds join       compare: runs that differ in their seed alone as mean ± standard deviation
  --json             one object a line`,
  options: {
    json: { type: 'boolean' },
    search: { type: 'string' },
    tag: { type: 'string' },
    seeds: { type: 'string' },
    yes: { type: 'boolean' },
  },
  positionals: [0, 100],
  async run([action = 'list', ...runs], values) {
    const json = values.json === true;
    if (!ACTIONS.includes(action))
      throw badArguments(`"shuurai runs" knows ${ACTIONS.join(', ')}.${didYouMean(action, ACTIONS)}`);
    const [first] = runs;
    if (action !== 'list' && first === undefined)
      throw badArguments(`Say which run: shuurai runs ${action} RUN`);
    if (action === 'compare' && runs.length < 2) throw badArguments('Usage: shuurai runs compare A B');
    const seeds = text(values, 'seeds') ?? 'apart';
    if (seeds !== 'join' && seeds !== 'apart')
      throw badArguments(`--seeds takes join or apart, but got "${seeds}".`);
    const store = openRunStore();
    try {
      if (action === 'list') listRuns(store, values);
      else if (action === 'show') show(store, first ?? '', json);
      else if (action === 'compare') compareRuns(store, runs, { json, joinSeeds: seeds === 'join' });
      else await deleteRuns(store, runs, values);
      return 0;
    } finally {
      store.close();
    }
  },
};
