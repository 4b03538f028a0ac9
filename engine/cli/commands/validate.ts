import { basename } from 'node:path';
import { EXIT_CODES } from '../../core/errors.ts';
import { validate } from '../../validate/validate.ts';
import type { Command } from '../command.ts';
import { DOCUMENT_HELP, DOCUMENT_OPTIONS, describeDiagnostic, loadDocument } from '../loadDocument.ts';
import { print, printJson } from '../output.ts';

export const validateCommand: Command = {
  name: 'validate',
  usage: 'FILE [--json]',
  summary: 'says what is wrong with a swarm file',
  help: `${DOCUMENT_HELP}
  --json             one object: {"type":"validation","valid","diagnostics"}

Exit code 0: it can run. 2: it cannot; every problem is listed with its place and code.`,
  options: { ...DOCUMENT_OPTIONS, json: { type: 'boolean' } },
  positionals: [1, 1],
  async run([file = ''], values) {
    const document = await loadDocument(file, values);
    const diagnostics = validate(document);
    const valid = diagnostics.every(({ severity }) => severity !== 'error');
    if (values.json === true) printJson({ type: 'validation', valid, diagnostics });
    else {
      for (const diagnostic of diagnostics) print(describeDiagnostic(diagnostic));
      print(valid ? `${basename(file)} can run.` : `${basename(file)} cannot run yet.`);
    }
    return valid ? 0 : EXIT_CODES['invalid-document'];
  },
};
