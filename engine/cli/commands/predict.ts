import { ShuuraiError } from '../../core/errors.ts';
import { decodeText } from '../../data/readers/decodeText.ts';
import { readFileBytes } from '../../data/readers/readFileBytes.ts';
import { createExecutor } from '../../executors/index.ts';
import { predictRun } from '../../swarm/index.ts';
import { badArguments, type Command, text, type Values, wholeNumber } from '../command.ts';
import { withExecutor, withRun } from '../openRun.ts';
import { percent, print, printJson } from '../output.ts';

async function textsOf(values: Values): Promise<readonly string[]> {
  const one = text(values, 'text');
  const file = text(values, 'file');
  if (one !== undefined && file !== undefined) throw badArguments('Give --text or --file, not both.');
  if (one !== undefined) return [one];
  if (file === undefined)
    throw badArguments('Say what to predict: --text "a sentence", or --file FILE with a text a line.');
  const { bytes } = await readFileBytes(file);
  const lines = decodeText(bytes, file)
    .text.split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (lines.length === 0)
    throw new ShuuraiError('data-unreadable', `${file} is empty. Put a text on each line.`);
  return lines;
}

export const predictCommand: Command = {
  name: 'predict',
  usage: 'RUN (--text T | --file F) [--fish ID] [--json]',
  summary: 'asks a trained swarm',
  help: `  --text T      one text
  --file F      a file with a text a line
  --fish ID     asks this fish alone
  --tokens N    language modelling: how many tokens to write (40)
  --json        one object a text: {"text","label","confidence","scores","fish","path"}`,
  options: {
    text: { type: 'string' },
    file: { type: 'string' },
    fish: { type: 'string' },
    tokens: { type: 'string' },
    json: { type: 'boolean' },
  },
  positionals: [1, 1],
  async run([given = ''], values) {
    const texts = await textsOf(values);
    const tokens = wholeNumber(values, 'tokens', 1, 10_000);
    const predictions = await withRun(given, (run) =>
      withExecutor(createExecutor('auto'), (executor) =>
        predictRun(run, executor, texts, {
          fish: text(values, 'fish') ?? null,
          ...(tokens === undefined ? {} : { tokens }),
        }),
      ),
    );
    for (const prediction of predictions) {
      if (values.json === true) printJson(prediction);
      else if (prediction.continuation !== undefined) print(prediction.text + prediction.continuation);
      else print(`${prediction.label}  ${percent(prediction.confidence)}  ${prediction.text}`);
    }
    return 0;
  },
};
