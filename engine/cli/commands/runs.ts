import { didYouMean } from '../../document/didYouMean.ts';
import { openRunStore } from '../../runs/openRunStore.ts';
import type { RunStore } from '../../runs/types.ts';
import { badArguments, type Command } from '../command.ts';
import { percent, print, printJson, table } from '../output.ts';
import { differences } from './differences.ts';

const ACTIONS = ['list', 'show', 'compare', 'delete'];

function listRuns(store: RunStore, json: boolean): void {
  const runs = store.list();
  if (json) runs.forEach(printJson);
  else if (runs.length === 0) print('No run is kept yet. Start one with: shuurai run FILE');
  else {
    const rows = runs.map((run) => [
      run.id,
      run.state,
      `${run.round}/${run.rounds}`,
      String(run.seed),
      String(run.fish),
      percent(run.metrics['swarm/accuracy']),
      run.name,
    ]);
    print(table(['run', 'state', 'round', 'seed', 'fish', 'accuracy', 'name'], rows));
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
  if (summary.error !== null) print(summary.error);
  print(summary.runDir);
}

function compare(store: RunStore, idA: string, idB: string, json: boolean): void {
  const [a, b] = [store.open(idA), store.open(idB)];
  const metrics = [a.summary().metrics, b.summary().metrics] as const;
  const names = [...new Set([...Object.keys(metrics[0]), ...Object.keys(metrics[1])])].sort();
  const changed = differences(JSON.parse(a.document()), JSON.parse(b.document()));
  a.close();
  b.close();
  if (json) {
    printJson({ type: 'comparison', runs: [a.id, b.id], metrics, differences: changed });
    return;
  }
  const form = (value: number | undefined): string => (value === undefined ? '–' : value.toPrecision(5));
  const rows = names.map((name) => {
    const [left, right] = [metrics[0][name], metrics[1][name]];
    return [
      name,
      form(left),
      form(right),
      left === undefined || right === undefined ? '–' : form(right - left),
    ];
  });
  print(table(['metric', a.id, b.id, 'difference'], rows));
  print(changed.length === 0 ? '\nThe documents are the same.' : '\nWhere the documents differ:');
  for (const { path, a: left, b: right } of changed)
    print(`  ${path}: ${JSON.stringify(left)} -> ${JSON.stringify(right)}`);
}

export const runsCommand: Command = {
  name: 'runs',
  usage: '[list | show RUN | compare A B | delete RUN] [--json]',
  summary: 'the kept runs',
  help: '  --json   one object a line',
  options: { json: { type: 'boolean' } },
  positionals: [0, 3],
  async run([action = 'list', first, second], values) {
    const json = values.json === true;
    if (!ACTIONS.includes(action))
      throw badArguments(`"shuurai runs" knows ${ACTIONS.join(', ')}.${didYouMean(action, ACTIONS)}`);
    if (action !== 'list' && first === undefined)
      throw badArguments(`Say which run: shuurai runs ${action} RUN`);
    if (action === 'compare' && second === undefined) throw badArguments('Usage: shuurai runs compare A B');
    const store = openRunStore();
    try {
      if (action === 'list') listRuns(store, json);
      else if (action === 'show') show(store, first ?? '', json);
      else if (action === 'compare') compare(store, first ?? '', second ?? '', json);
      else {
        const run = first ?? '';
        store.delete(run);
        if (json) printJson({ type: 'deleted', run });
        else print(`${run} is deleted.`);
      }
      return 0;
    } finally {
      store.close();
    }
  },
};
