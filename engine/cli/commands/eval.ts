import { resolve } from 'node:path';
import { createExecutor } from '../../executors/index.ts';
import { evaluateRun } from '../../swarm/index.ts';
import { badArguments, type Command, text } from '../command.ts';
import { withExecutor, withRun } from '../openRun.ts';
import { percent, print, printJson } from '../output.ts';

export const evalCommand: Command = {
  name: 'eval',
  usage: 'RUN --data PATH [--shapley ORDERS] [--json]',
  summary: 'measures a trained swarm on labelled rows',
  help: `  --data PATH   a file with the columns the swarm was trained on
  --shapley N   also what each fish contributes: Shapley values over N random orders
  --json        one object: {"type":"eval","examples","swarm","fish","bestFish","meanFish","shapley"}`,
  options: { data: { type: 'string' }, shapley: { type: 'string' }, json: { type: 'boolean' } },
  positionals: [1, 1],
  async run([given = ''], values) {
    const data = text(values, 'data');
    if (data === undefined) throw badArguments('Say on which file to measure: --data PATH.');
    const orders = ordersOf(text(values, 'shapley'));
    const result = await withRun(given, (run) =>
      withExecutor(createExecutor('auto'), (executor) =>
        evaluateRun(run, executor, resolve(data), { shapley: orders }),
      ),
    );
    if (values.json === true) {
      printJson(result);
      return 0;
    }
    print(`${result.examples} examples`);
    if ('accuracy' in result.swarm) {
      print(
        `swarm      accuracy ${percent(result.swarm.accuracy)}  macro F1 ${percent(result.swarm.macroF1)}`,
      );
      for (const [label, f1] of Object.entries(result.swarm.f1))
        print(`           F1 of ${label} ${percent(f1)}`);
      if (result.bestFish !== null && 'accuracy' in result.bestFish) {
        print(`best fish  accuracy ${percent(result.bestFish.accuracy)}  (${result.bestFish.id})`);
      }
      if (result.meanFish !== null && 'accuracy' in result.meanFish)
        print(`mean fish  accuracy ${percent(result.meanFish.accuracy)}`);
    } else {
      print(
        `swarm      perplexity ${result.swarm.perplexity.toFixed(3)}  loss ${result.swarm.loss.toFixed(4)}`,
      );
      if (result.meanFish !== null && 'perplexity' in result.meanFish) {
        print(`mean fish  perplexity ${result.meanFish.perplexity.toFixed(3)}`);
      }
    }
    for (const { id, value } of result.shapley?.fish ?? []) print(`contributes ${value.toFixed(4)}  (${id})`);
    return 0;
  },
};

/** Throws ShuuraiError `invalid-arguments` for anything but a whole number from 2. */
function ordersOf(given: string | undefined): number {
  if (given === undefined) return 0;
  const orders = Number(given);
  if (Number.isInteger(orders) && orders >= 2 && orders <= 10_000) return orders;
  throw badArguments(`--shapley takes a number of random orders from 2 to 10000, not "${given}".`);
}
