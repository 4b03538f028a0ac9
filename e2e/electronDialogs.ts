import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

interface File {
  readonly name: string;
  readonly buffer: Buffer;
}

/** Name and time of change of every file in the folder. */
async function changes(folder: string): Promise<Map<string, number>> {
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).mtimeMs] as const)),
  );
}

/** The path of the first file that is new or newer than `before`; hidden ones are only on their way to being one. */
async function nextWritten(folder: string, before: ReadonlyMap<string, number>, page: Page): Promise<string> {
  while (!page.isClosed()) {
    for (const [name, time] of await changes(folder)) {
      if (!name.startsWith('.') && before.get(name) !== time) return join(folder, name);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing was saved to ${folder} before the window closed.`);
}

/**
 * The system's dialogues cannot be driven by a test, so each is answered in the main process: opening waits for the
 * file that the journey names, saving takes the suggested name; both in `folder`. The journey sees what it sees in a
 * browser, a "filechooser" whose files it sets and a "download" with a path; the files, and all of the application
 * behind the dialogue, are real.
 */
export async function answerDialogs(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, into) => {
    const chosen: string[] = [];
    const asked: ((path: string) => void)[] = [];
    Reflect.set(globalThis, 'chooseForTest', (path: string) => {
      const answer = asked.shift();
      if (answer === undefined) chosen.push(path);
      else answer(path);
    });
    dialog.showOpenDialog = async () => {
      const path = chosen.shift() ?? (await new Promise<string>((answer) => asked.push(answer)));
      return { canceled: false, filePaths: [path] };
    };
    dialog.showSaveDialog = async (...args: unknown[]) => {
      const options = args.at(-1);
      const suggested =
        typeof options === 'object' && options !== null && 'defaultPath' in options
          ? options.defaultPath
          : '';
      const name = String(suggested).split(/[\\/]/).at(-1) || 'saved.swarm';
      return { canceled: false, filePath: `${into}/${name}` };
    };
  }, folder);

  const chooser = {
    async setFiles({ name, buffer }: File): Promise<void> {
      const path = join(folder, name);
      await writeFile(path, buffer);
      await app.evaluate((_electron, chosen) => {
        const choose: unknown = Reflect.get(globalThis, 'chooseForTest');
        if (typeof choose === 'function') choose(chosen);
      }, path);
    },
  };
  const waitForEvent = page.waitForEvent.bind(page);
  Object.defineProperty(page, 'waitForEvent', {
    async value(...args: Parameters<typeof waitForEvent>) {
      const name: string = args[0];
      if (name === 'filechooser') return chooser;
      if (name !== 'download') return waitForEvent(...args);
      const written = changes(folder).then((before) => nextWritten(folder, before, page));
      written.catch(() => undefined); // told to whoever asks for the path
      return { path: () => written };
    },
  });
}
