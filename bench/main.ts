import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createExecutor } from '#engine/executors/index.ts';
import { fastestStep, measureProducts, measureStep, type ProductResult, type StepResult } from './measure.ts';
import type { SchoolOptions } from './school.ts';

/** The first is the one the goals are stated for: forward, backward and AdamW of fish with the default activation. */
const MODELS: readonly SchoolOptions[] = [
  { activation: 'gelu', dropout: 0 },
  { activation: 'relu', dropout: 0 },
  { activation: 'gelu', dropout: 0.1 },
];

interface Report {
  readonly machine: string;
  readonly executor: string;
  readonly products: readonly ProductResult[];
  readonly steps: readonly StepResult[];
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

async function measure(say: (line: string) => void): Promise<Report> {
  const pairs = positive('pairs', values.pairs);
  const onnx = await createExecutor(
    'onnx',
    values.threads === undefined ? {} : { threads: positive('threads', values.threads) },
  );
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} logical processors`;
  say(`${machine}\n${onnx.description}\n`);

  say('matrix products');
  const products = await measureProducts(onnx, 400);
  for (const { name, milliseconds, gflops } of products) {
    say(
      `  ${name.padEnd(22)} ${milliseconds.toFixed(2).padStart(8)} ms ${gflops.toFixed(1).padStart(7)} GFLOP/s`,
    );
  }

  say('\na training step of 8 fish (2 layers, width 64, 4 heads, feed-forward 256, batch 32 x 32)');
  const steps: StepResult[] = [];
  for (const model of MODELS) {
    const step = await measureStep(onnx, model, pairs);
    steps.push(step);
    say(
      `  ${model.activation}, dropout ${model.dropout}`.padEnd(25) +
        `${step.milliseconds.toFixed(1).padStart(8)} ms ${step.gflops.toFixed(1).padStart(7)} GFLOP/s = ` +
        `${percent(step.shareOfBest)} of the product's ${step.productGflops.toFixed(1)} ` +
        `(median of pairs ${percent(step.shareOfMedian)})`,
    );
  }
  onnx.dispose();

  const tfjs = await createExecutor('tfjs');
  const [model] = MODELS;
  const [ours] = steps;
  if (model === undefined || ours === undefined) throw new Error('there is a model to measure');
  say(`\nthe first of these with ${tfjs.description}`);
  const milliseconds = await fastestStep(tfjs, model, 2);
  const timesSlower = milliseconds / ours.milliseconds;
  say(`  ${milliseconds.toFixed(0).padStart(8)} ms: ${timesSlower.toFixed(1)} times slower`);
  return {
    machine,
    executor: onnx.description,
    products,
    steps,
    tfjs: { description: tfjs.description, milliseconds, timesSlower },
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

const report = await measure(values.json ? () => undefined : console.log);
if (values.json) console.log(JSON.stringify(report));
