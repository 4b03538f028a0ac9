import { existsSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { didYouMean } from '../../document/didYouMean.ts';
import { readDocument } from '../../document/parse.ts';
import { isSwarmFormat, SWARM_FORMATS, writeSwarm } from '../../exchange/formats.ts';
import { metricsCsv } from '../../exchange/metricsCsv.ts';
import { metricsEvents } from '../../exchange/metricsEvents.ts';
import { writeFileAtomic } from '../../runs/atomicFile.ts';
import { badArguments, type Command, text } from '../command.ts';
import { DOCUMENT_HELP, DOCUMENT_OPTIONS, loadDocument } from '../loadDocument.ts';
import { withRun } from '../openRun.ts';
import { print, printJson } from '../output.ts';

/** What a run measured. */
const METRICS: readonly string[] = ['csv', 'tensorboard'];
const FORMATS = [...Object.keys(SWARM_FORMATS), ...METRICS];
/** Points a series; above that, every bucket's last. */
const MOST_POINTS = 100_000;

const PNG =
  'A PNG needs a browser to draw it: export it in the designer (File, Export), where it also carries its swarm, or take --to svg here.';

/** A swarm file, a run's folder, or the name of a kept run. */
const isFile = (source: string): boolean => existsSync(source) && statSync(source).isFile();

export const exportCommand: Command = {
  name: 'export',
  usage: `FILE|RUN --to ${FORMATS.join('|')} [--out PATH] [--theme dark|light]`,
  summary: "writes a swarm as JSON, YAML, Mermaid or SVG, or a run's metrics as CSV or for TensorBoard",
  help: `  FILE               a swarm file; or RUN, a kept run: its document, or with csv and tensorboard
                     its metrics (name the file events.out.tfevents.…, by which TensorBoard finds it)
  --to FORMAT        ${FORMATS.join(', ')}
  --out PATH         where to write; without, to standard output
  --theme THEME      colours of an svg: dark or light (light unless said otherwise)
${DOCUMENT_HELP}
  --json             one line on what was written`,
  options: {
    ...DOCUMENT_OPTIONS,
    to: { type: 'string' },
    out: { type: 'string' },
    theme: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: [1, 1],
  async run([source = ''], values) {
    const to = text(values, 'to');
    const out = text(values, 'out');
    if (to === undefined) throw badArguments(`Say what to write: --to ${FORMATS.join(', ')}.`);
    if (to === 'png') throw badArguments(PNG);
    if (!METRICS.includes(to) && !isSwarmFormat(to))
      throw badArguments(`There is no format "${to}".${didYouMean(to, FORMATS)}`);
    const theme = text(values, 'theme') ?? 'light';
    if (theme !== 'dark' && theme !== 'light')
      throw badArguments(`--theme takes dark or light, but got "${theme}".`);
    if (out !== undefined && existsSync(out) && resolve(out) === resolve(source))
      throw badArguments(`${out} is the file that is exported. Choose another name for --out.`);
    if (out !== undefined && statSync(out, { throwIfNoEntry: false })?.isDirectory() === true)
      throw badArguments(`${out} is a folder. Name a file in it with --out.`);
    const written = await content(source, to, theme, values);
    if (out === undefined) {
      process.stdout.write(written);
      return 0;
    }
    try {
      writeFileAtomic(resolve(out), written);
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw badArguments(
        `${out} could not be written: ${reason.replace(/\.$/, '')}. Choose another place with --out.`,
      );
    }
    if (values.json === true)
      printJson({ type: 'exported', format: to, file: resolve(out), bytes: Buffer.byteLength(written) });
    else print(`${out} is written.`);
    return 0;
  },
};

async function content(
  source: string,
  to: string,
  theme: 'dark' | 'light',
  values: Parameters<Command['run']>[1],
): Promise<string | Uint8Array> {
  if (METRICS.includes(to)) {
    if (isFile(source))
      throw badArguments(
        `${basename(source)} is a swarm file, and metrics belong to runs: shuurai export RUN --to ${to}.`,
      );
    return withRun(source, async (run) => {
      const series = run.series(['*'], MOST_POINTS);
      return to === 'csv' ? metricsCsv(series) : metricsEvents(series, run.summary().createdAt);
    });
  }
  if (!isSwarmFormat(to)) throw badArguments(`There is no format "${to}".`);
  const document =
    isFile(source) || extname(source) !== '' || /[\\/]/.test(source)
      ? await loadDocument(source, values)
      : await withRun(source, async (run) => readDocument(run.document(), source));
  return writeSwarm(document, to, { theme });
}
