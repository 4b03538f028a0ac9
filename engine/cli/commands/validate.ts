import { basename } from 'node:path';
import { lower } from '../../compile/lower.ts';
import { EXIT_CODES } from '../../core/errors.ts';
import type { DataProblem } from '../../data/checkFiles.ts';
import { checkData } from '../../swarm/checkData.ts';
import { validate } from '../../validate/validate.ts';
import type { Command } from '../command.ts';
import { DOCUMENT_HELP, DOCUMENT_OPTIONS, describeDiagnostic, loadDocument } from '../loadDocument.ts';
import { print, printJson } from '../output.ts';

export const validateCommand: Command = {
  name: 'validate',
  usage: 'FILE [--data ID=PATH ...] [--json]',
  summary: 'says what is wrong with a swarm file and its data',
  help: `${DOCUMENT_HELP}
  --no-data          leaves data files alone; otherwise they are read as a run would read them
  --json             one object: {"type":"validation","valid","diagnostics","data"}

Of data files it says whether they and their columns are there, which rows cannot be read, and whether labels can be learnt
and rows be divided among the fish.

Exit code 0: it can run. 2: it cannot; every problem is listed with its place and code. 3: its data cannot be used; every
problem is listed with its parameter, file and line.`,
  options: { ...DOCUMENT_OPTIONS, 'no-data': { type: 'boolean' }, json: { type: 'boolean' } },
  positionals: [1, 1],
  async run([file = ''], values) {
    const document = await loadDocument(file, values);
    const diagnostics = validate(document);
    const isSound = !hasErrors(diagnostics);
    const data = isSound && values['no-data'] !== true ? await checkData(lower(document), process.cwd()) : [];
    const valid = isSound && !hasErrors(data);
    if (values.json === true) printJson({ type: 'validation', valid, diagnostics, data });
    else {
      for (const diagnostic of diagnostics) print(describeDiagnostic(diagnostic));
      for (const problem of data) print(describeDataProblem(problem));
      print(valid ? `${basename(file)} can run.` : `${basename(file)} cannot run yet.`);
    }
    if (valid) return 0;
    return EXIT_CODES[isSound ? 'data-unreadable' : 'invalid-document'];
  },
};

const hasErrors = (problems: readonly { readonly severity: 'error' | 'warning' }[]): boolean =>
  problems.some(({ severity }) => severity === 'error');

/** "error   nodes.dataset.params.path: train.csv, line 17: The label is empty." */
function describeDataProblem({ severity, path, file, line, message }: DataProblem): string {
  // Sentences about a whole file name it themselves.
  const place = line === null ? '' : `${file}, line ${line}: `;
  return `${severity.padEnd(7)} ${path}: ${place}${message}`;
}
