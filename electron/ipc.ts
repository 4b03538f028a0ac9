import { dirname } from 'node:path';
import {
  type BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  shell,
} from 'electron';
import { t } from '#engine/core/text.ts';
import { shuuraiHome } from '#engine/runs/home.ts';
import type { MenuCommand, MenuWords, WindowStatus } from '#renderer/shell/bridge.ts';
import { CHANNELS } from './channels.ts';
import type { GrantedDocuments } from './documents.ts';
import { dataFilters, isSwarmFile, openFilters, saveFilters } from './fileFilters.ts';
import {
  languageSchema,
  menuCommandsSchema,
  menuWordsSchema,
  nonceSchema,
  pathSchema,
  textSchema,
  windowStatusSchema,
} from './messages.ts';
import { isOwnFrame, ownFolder } from './policy.ts';
import type { SettingsFile } from './settings.ts';

export interface IpcOptions {
  readonly window: () => BrowserWindow | null;
  readonly documents: GrantedDocuments;
  readonly settings: SettingsFile;
  readonly connectEngine: (nonce: string) => void;
  readonly setLanguage: (code: string) => void;
  readonly setMenu: (commands: readonly MenuCommand[], words: MenuWords) => void;
  readonly setStatus: (status: WindowStatus) => void;
  readonly flushed: () => void;
}

/** Answers the page; every message is checked for its sender and its form. */
export function registerIpc(options: IpcOptions): void {
  const { documents, settings } = options;

  function handle(channel: string, answer: (...args: unknown[]) => Promise<unknown>): void {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: unknown[]) => {
      if (!isOwnFrame(event.senderFrame)) throw new Error('This page may not ask for files.');
      return answer(...args);
    });
  }
  function listen(channel: string, take: (...args: unknown[]) => void): void {
    ipcMain.on(channel, (event: IpcMainEvent, ...args: unknown[]) => {
      if (isOwnFrame(event.senderFrame)) take(...args);
    });
  }
  const folder = (): { defaultPath?: string } =>
    settings.value.lastFolder === null ? {} : { defaultPath: settings.value.lastFolder };

  async function choose(filters: Electron.FileFilter[], several: boolean): Promise<readonly string[]> {
    const window = options.window();
    if (window === null) return [];
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      ...folder(),
      filters,
      properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
    });
    const first = filePaths[0];
    if (first !== undefined) await settings.update({ lastFolder: dirname(first) });
    return canceled ? [] : filePaths;
  }

  handle(CHANNELS.open, async () => {
    const files = await Promise.all((await choose(openFilters(), true)).map((path) => documents.read(path)));
    for (const file of files) await settings.addRecent(file.path);
    return files;
  });
  handle(CHANNELS.chooseData, async () => (await choose(dataFilters(), false))[0] ?? null);
  handle(CHANNELS.chooseFolder, async (start) => {
    const window = options.window();
    const defaultPath = pathSchema.parse(start);
    if (window === null) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: t`Folder for everything`,
      defaultPath,
      properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  });
  handle(CHANNELS.save, (path, text) => documents.write(pathSchema.parse(path), textSchema.parse(text)));
  handle(CHANNELS.read, (path) => documents.readAgain(pathSchema.parse(path)));
  handle(CHANNELS.modified, (path) => documents.modified(pathSchema.parse(path)));
  handle(CHANNELS.saveAs, async (suggested) => {
    const window = options.window();
    if (window === null) return null;
    const name = pathSchema.parse(suggested).replaceAll(/[/\\:]/g, '-');
    const start = settings.value.lastFolder === null ? name : `${settings.value.lastFolder}/${name}`;
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: start,
      filters: saveFilters(),
    });
    if (canceled || filePath === '') return null;
    const full = documents.grant(filePath);
    await settings.update({ lastFolder: dirname(full) });
    await settings.addRecent(full);
    return { path: full, name: full.slice(dirname(full).length + 1) };
  });
  listen(CHANNELS.dropped, (path) => {
    const dropped = pathSchema.parse(path);
    if (!isSwarmFile(dropped)) return;
    documents.grant(dropped);
    void settings.addRecent(dropped); // so that it may be looked at and saved after a restart too
  });
  listen(CHANNELS.openFolder, (path) => {
    const folder = ownFolder(shuuraiHome(), pathSchema.parse(path));
    if (folder !== null) void shell.openPath(folder);
  });
  listen(CHANNELS.connectEngine, (nonce) => options.connectEngine(nonceSchema.parse(nonce)));
  listen(CHANNELS.setLanguage, (code) => options.setLanguage(languageSchema.parse(code)));
  listen(CHANNELS.setMenu, (commands, words) => {
    const parsed = menuCommandsSchema.parse(commands);
    options.setMenu(
      parsed.map(({ accelerator, ...rest }) => (accelerator === undefined ? rest : { ...rest, accelerator })),
      menuWordsSchema.parse(words),
    );
  });
  listen(CHANNELS.setStatus, (status) => options.setStatus(windowStatusSchema.parse(status)));
  listen(CHANNELS.flushed, () => options.flushed());
}
