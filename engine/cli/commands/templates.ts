import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../../document/didYouMean.ts';
import { readDocument } from '../../document/parse.ts';
import { templatesRoot } from '../../runs/home.ts';
import { UserTemplates } from '../../templates/userTemplates.ts';
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

/** Before the names of a person's own templates. */
const MINE = 'mine/';

export const templatesCommand: Command = {
  name: 'templates',
  usage: '[list] [--json]   or: new NAME FILE',
  summary: 'lists the templates and your own, or starts a swarm file from one',
  help: `  list               every template with what it shows; your own are called mine/NAME
  new NAME FILE      writes template NAME to FILE (never over a file that exists)
  --json             one object a template`,
  options: { json: { type: 'boolean' } },
  positionals: [0, 3],
  async run([action = 'list', name, file], values) {
    const folder = templatesFolder();
    const mine = new UserTemplates(templatesRoot());
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
      const own = mine.list().map(({ id, document, problem }) => {
        const meta = document === null ? null : readDocument(document, id).meta;
        return {
          name: `${MINE}${id}`,
          title: meta?.name ?? id,
          description: meta?.description ?? '',
          architecture: meta?.architecture ?? null,
          ...(problem === null ? {} : { problem }),
        };
      });
      if (values.json === true) [...all, ...own].forEach(printJson);
      else {
        const firstSentence = (text: string): string => text.split(/(?<=[.!?])\s/)[0] ?? '';
        const rows = [
          ...all.map((one) => [one.name, firstSentence(one.description)]),
          ...own.map((one) => [one.name, one.problem ?? firstSentence(one.description)]),
        ];
        print(table(['template', 'what it shows'], rows));
      }
      return 0;
    }
    if (action !== 'new')
      throw badArguments(`"shuurai templates" knows list and new.${didYouMean(action, ['list', 'new'])}`);
    if (name === undefined || file === undefined)
      throw badArguments('Usage: shuurai templates new NAME FILE');
    const owned = mine.list().map(({ id }) => `${MINE}${id}`);
    if (!names.includes(name) && !owned.includes(name))
      throw badArguments(`There is no template "${name}".${didYouMean(name, [...names, ...owned])}`);
    const text = owned.includes(name)
      ? mine.read(name.slice(MINE.length))
      : await readFile(join(folder, `${name}.swarm`));
    try {
      await writeFile(file, text, { flag: 'wx' });
    } catch (thrown) {
      const exists = thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST';
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      throw badArguments(
        exists
          ? `${file} exists already and is left as it is. Choose another name.`
          : `${file} could not be written: ${reason}. Choose another place.`,
      );
    }
    if (values.json === true) printJson({ type: 'template', name, file: resolve(file) });
    else print(`${file} is written. Train it with: shuurai run ${file}`);
    return 0;
  },
};
