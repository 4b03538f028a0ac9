import { parseArgs } from 'node:util';
import type { Experiment, Finding, Table } from './experiment.ts';
import { EXPERIMENTS } from './index.ts';
import { Laboratory } from './laboratory.ts';

const HELP = `npm run experiments -- [NAME...] [--seeds 1,2,3] [--full] [--scale F] [--json]

Runs experiments (all, or by name) and says of each claimed effect whether it holds: PASS or FAIL, from the numbers of
this very run. Exit code 1 where one fails.

  --full      on the data sets of ../shared/data instead of the built-in tasks, where an experiment has that form
  --scale F   a reduced form, 0 < F < 1: fewer rounds, arms or examples
  --json      one line of JSON an experiment
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    full: { type: 'boolean', default: false },
    scale: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n\n${HELP}`);
  process.exit(2);
}

function chosen(): readonly Experiment[] {
  const unknown = positionals.filter((name) => !EXPERIMENTS.some((experiment) => experiment.name === name));
  if (unknown.length > 0) {
    refuse(
      `There is no experiment "${unknown[0]}". There are ${EXPERIMENTS.map(({ name }) => name).join(', ')}.`,
    );
  }
  return positionals.length === 0
    ? EXPERIMENTS
    : EXPERIMENTS.filter(({ name }) => positionals.includes(name));
}

const cell = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value;

function print({ title, columns, rows }: Table): void {
  const lines = [columns, ...rows.map((row) => row.map(cell))];
  const widths = columns.map((_, c) => Math.max(...lines.map((line) => (line[c] ?? '').length)));
  process.stdout.write(`\n  ${title}\n`);
  for (const line of lines)
    process.stdout.write(`    ${line.map((text, c) => text.padEnd(widths[c] ?? 0)).join('  ')}\n`);
}

function report(experiment: Experiment, finding: Finding, seconds: number): void {
  process.stdout.write(`\n${experiment.name} (${experiment.architecture}): ${experiment.claim}\n`);
  for (const table of finding.tables) print(table);
  process.stdout.write('\n');
  for (const effect of finding.effects) {
    process.stdout.write(
      `  ${effect.holds ? 'PASS' : 'FAIL'}  ${effect.claim}: ${effect.measured} (${effect.threshold})\n`,
    );
    if (effect.tried !== undefined && !effect.holds) process.stdout.write(`        tried: ${effect.tried}\n`);
  }
  process.stdout.write(`  took ${seconds} s\n`);
}

if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const seeds = values.seeds.split(',').map(Number);
if (seeds.some((seed) => !Number.isInteger(seed) || seed < 0)) refuse(`"${values.seeds}" are no seeds.`);
const scale = Number(values.scale);
if (!(scale > 0 && scale <= 1)) refuse(`"${values.scale}" is no scale between 0 and 1.`);

let failed = 0;
const lab = await Laboratory.open();
try {
  for (const experiment of chosen()) {
    const form = values.full ? experiment.full : experiment.fast;
    if (form === undefined) {
      process.stderr.write(
        `${experiment.name} has no form on real data: its claim is about a generated task.\n`,
      );
      continue;
    }
    const began = Date.now();
    const say = (sentence: string): void => {
      process.stderr.write(`${experiment.name}: ${sentence}\n`);
    };
    const finding = await form.call(experiment, { lab, seeds, scale, say });
    const seconds = Math.round((Date.now() - began) / 1000);
    failed += finding.effects.filter(({ holds }) => !holds).length;
    if (values.json) {
      const { name, architecture, claim } = experiment;
      process.stdout.write(
        `${JSON.stringify({ name, architecture, claim, full: values.full, seeds, seconds, ...finding })}\n`,
      );
    } else report(experiment, finding, seconds);
  }
} finally {
  lab.close();
}
process.exitCode = failed > 0 ? 1 : 0;
