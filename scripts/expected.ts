/**
 * Runs the shipped templates to their end and writes what each reaches to renderer/gallery/expected.ts, for the gallery to
 * tell: `node scripts/expected.ts [ID ...]`; all by default, some minutes. Those that are not named keep their number.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPECTED, type Expected } from '../renderer/gallery/expected.ts';

const root = join(import.meta.dirname, '..');
const path = join(root, 'renderer/gallery/expected.ts');
const wanted = process.argv.slice(2);

/** The last number of the swarm after a run from the first round to the last. */
function measure(id: string): Expected {
  const home = mkdtempSync(join(tmpdir(), 'shuurai-expected-'));
  try {
    const command = ['run', join(root, 'templates', `${id}.swarm`), '--json'];
    const output = execFileSync(process.execPath, [join(root, 'engine/cli/main.ts'), ...command], {
      env: { ...process.env, SHUURAI_HOME: home },
      encoding: 'utf8',
      maxBuffer: 1024 * 1024 * 1024,
    });
    const { metrics } = JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as {
      metrics: Record<string, number>; // the summary is the last line
    };
    const perplexity = metrics['swarm/perplexity'];
    return perplexity === undefined
      ? { metric: 'accuracy', value: Number((metrics['swarm/accuracy'] ?? Number.NaN).toFixed(3)) }
      : { metric: 'perplexity', value: Number(perplexity.toFixed(1)) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function write(expected: Readonly<Record<string, Expected>>): void {
  const entries = Object.entries(expected)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([id, { metric, value }]) => {
      const key = /^[a-z]+$/.test(id) ? id : `'${id}'`;
      return `  ${key}: { metric: '${metric}', value: ${value} },\n`;
    });
  writeFileSync(
    path,
    `/** What a template reaches with its own seed. */
export interface Expected {
  readonly metric: 'accuracy' | 'perplexity';
  readonly value: number;
}

/** Of shipped templates, by id; written by scripts/expected.ts. */
export const EXPECTED: Readonly<Record<string, Expected>> = {
${entries.join('')}};
`,
  );
}

const all = readdirSync(join(root, 'templates')).map((name) => name.replace(/\.swarm$/, ''));
const expected: Record<string, Expected> = Object.fromEntries(
  Object.entries(EXPECTED).filter(([id]) => all.includes(id)),
);
for (const id of wanted.length === 0 ? all : wanted) {
  expected[id] = measure(id);
  write(expected);
  console.log(id, JSON.stringify(expected[id]));
}
