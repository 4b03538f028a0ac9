import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../../document/didYouMean.ts';
import { readDocument } from '../../document/parse.ts';
import { badArguments, type Command } from '../command.ts';
import { print, printJson, table } from '../output.ts';

/** templates/ lies beside engine/ in a checkout, and beside dist/ in a package. */
function templatesFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  for (const up of ['../../..', '../..', '..']) {
    const folder = resolve(here, up, 'templates');
    if (existsSync(join(folder, 'distributed.swarm'))) return folder;
  }
  throw badArguments('The templates of this installation are missing. Install Shuurai again.');
}

export const templatesCommand: Command = {
  name: 'templates',
  usage: '[list] [--json]   or: new NAME FILE',
  summary: 'lists the templates, or starts a swarm file from one',
  help: `  list               every template with what it shows
  new NAME FILE      writes template NAME to FILE (never over a file that exists)
  --json             one object a template`,
  options: { json: { type: 'boolean' } },
  positionals: [0, 3],
  async run([action = 'list', name, file], values) {
    const folder = templatesFolder();
    const names = (await readdir(folder))
      .filter((entry) => entry.endsWith('.swarm'))
      .map((entry) => entry.slice(0, -6));
    if (action === 'list') {
      const all = await Promise.all(
        names.sort().map(async (one) => {
          const { meta } = readDocument(await readFile(join(folder, `${one}.swarm`), 'utf8'), one);
          return {
            name: one,
            title: meta.name,
            description: meta.description,
            architecture: meta.architecture ?? null,
          };
        }),
      );
      if (values.json === true) all.forEach(printJson);
      else
        print(
          table(
            ['template', 'what it shows'],
            all.map((one) => [one.name, one.description.split(/(?<=[.!?])\s/)[0] ?? '']),
          ),
        );
      return 0;
    }
    if (action !== 'new')
      throw badArguments(`"shuurai templates" knows list and new.${didYouMean(action, ['list', 'new'])}`);
    if (name === undefined || file === undefined)
      throw badArguments('Usage: shuurai templates new NAME FILE');
    if (!names.includes(name))
      throw badArguments(`There is no template "${name}".${didYouMean(name, names)}`);
    try {
      await writeFile(file, await readFile(join(folder, `${name}.swarm`)), { flag: 'wx' });
    } catch (thrown) {
      const exists = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
      throw badArguments(
        exists
          ? `${file} exists already and is left as it is. Choose another name.`
          : `${file} could not be written.`,
      );
    }
    if (values.json === true) printJson({ type: 'template', name, file: resolve(file) });
    else print(`${file} is written. Train it with: shuurai run ${file}`);
    return 0;
  },
};
