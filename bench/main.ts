import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createExecutor } from '#engine/executors/index.ts';
import { measureThreads } from '#engine/executors/onnx/measureThreads.ts';
import { fastestStep, measureProducts, measureStep, type ProductResult, type StepResult } from './measure.ts';
import type { SchoolOptions } from './school.ts';

/** The first is the one the goals are stated for: forward, backward and AdamW of fish with the default activation. */
const MODELS: readonly SchoolOptions[] = [
  { activation: 'gelu', dropout: 0 },
  { activation: 'relu', dropout: 0 },
  { activation: 'gelu', dropout: 0.1 },
];

interface Run {
  readonly executor: string;
  readonly threads: number;
  readonly products: readonly ProductResult[];
  readonly steps: readonly StepResult[];
}

interface Report {
  readonly machine: string;
  /** With one thread; then, if measuring chose more for this machine, with those. */
  readonly runs: readonly Run[];
  readonly tfjs: {
    readonly description: string;
    readonly milliseconds: number;
    readonly timesSlower: number;
  };
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    threads: { type: 'string' },
    pairs: { type: 'string', default: '25' },
  },
});

function positive(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${name} takes a whole number from 1, not "${text}".`);
  process.exit(2);
}

type Say = (line: string) => void;

async function measureWith(threads: number, pairs: number, say: Say): Promise<Run> {
  const executor = await createExecutor('onnx', { threads });
  say(`\n${executor.description}\n\nmatrix products`);
  const products = await measureProducts(executor, 400);
  for (const { name, milliseconds, gflops } of products) {
    say(
      `  ${name.padEnd(22)} ${milliseconds.toFixed(2).padStart(8)} ms ${gflops.toFixed(1).padStart(7)} GFLOP/s`,
    );
  }
  say('\na training step of 8 fish (2 layers, width 64, 4 heads, feed-forward 256, batch 32 x 32)');
  const steps: StepResult[] = [];
  for (const model of MODELS) {
    const step = await measureStep(executor, model, pairs);
    steps.push(step);
    say(
      `  ${model.activation}, dropout ${model.dropout}`.padEnd(25) +
        `${step.milliseconds.toFixed(1).padStart(8)} ms ${step.gflops.toFixed(1).padStart(7)} GFLOP/s = ` +
        `${percent(step.shareOfBest)} of the product's ${step.productGflops.toFixed(1)} ` +
        `(median of pairs ${percent(step.shareOfMedian)})`,
    );
  }
  executor.dispose();
  return { executor: executor.description, threads, products, steps };
}

async function measure(say: Say): Promise<Report> {
  const pairs = positive('pairs', values.pairs);
  const chosen = values.threads === undefined ? await measureThreads() : positive('threads', values.threads);
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} logical processors`;
  say(machine);
  const runs: Run[] = [];
  for (const threads of new Set([1, chosen])) runs.push(await measureWith(threads, pairs, say));

  const tfjs = await createExecutor('tfjs');
  const [model] = MODELS;
  if (model === undefined) throw new Error('there is a model to measure');
  say(`\nthe first of these with ${tfjs.description}`);
  const milliseconds = await fastestStep(tfjs, model, 2);
  const fastest = Math.min(...runs.map((run) => run.steps[0]?.milliseconds ?? Number.POSITIVE_INFINITY));
  const timesSlower = milliseconds / fastest;
  say(`  ${milliseconds.toFixed(0).padStart(8)} ms: ${timesSlower.toFixed(1)} times slower`);
  return { machine, runs, tfjs: { description: tfjs.description, milliseconds, timesSlower } };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

const report = await measure(values.json ? () => undefined : console.log);
if (values.json) console.log(JSON.stringify(report));
