import { mkdirSync } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, Menu, MessageChannelMain, powerSaveBlocker, screen } from 'electron';
import { t } from '#engine/core/text.ts';
import type { MenuCommand, MenuWords, OpenedFile, WindowStatus } from '#renderer/shell/bridge.ts';
import { EngineSupervisor } from '../engine/host/supervisor.ts';
import { shuuraiHome } from '../engine/runs/home.ts';
import { CHANNELS } from './channels.ts';
import { holdClosing } from './closing.ts';
import { GrantedDocuments } from './documents.ts';
import { forkEngine } from './engineChild.ts';
import { registerIpc } from './ipc.ts';
import { keepAwake } from './keepAwake.ts';
import { speak } from './language.ts';
import { menuTemplate } from './menu.ts';
import { APP_ORIGIN } from './policy.ts';
import { declareScheme, secureSession } from './security.ts';
import { SettingsFile, visibleBounds } from './settings.ts';

const dist = dirname(dirname(fileURLToPath(import.meta.url)));
const documents = new GrantedDocuments();
const isSwarm = (path: string): boolean => /\.swarm(\.ya?ml)?$/i.test(path);

let window: BrowserWindow | null = null;
let pageReady = false;
let waitingFiles: string[] = [];
let flushDone: (() => void) | null = null;
let quitting = false;

function log(line: string): void {
  const folder = app.getPath('logs');
  void mkdir(folder, { recursive: true })
    .then(() => appendFile(join(folder, 'engine.log'), line.endsWith('\n') ? line : `${line}\n`))
    .catch(() => undefined); // a log that cannot be written must not stop the application
}

async function openPaths(paths: readonly string[]): Promise<void> {
  if (window === null || !pageReady) {
    waitingFiles.push(...paths);
    // On macOS the application lives on without a window.
    if (window === null && paths.length > 0 && app.isReady() && !quitting) createWindow();
    return;
  }
  const files: OpenedFile[] = [];
  for (const path of paths) {
    try {
      files.push(await documents.read(path));
      await settings.addRecent(path);
    } catch (error) {
      dialog.showErrorBox(
        t`${basename(path)} could not be opened`,
        error instanceof Error ? error.message : String(error),
      );
    }
  }
  if (files.length > 0) window.webContents.send(CHANNELS.openFiles, files);
}

function setMenu(commands: readonly MenuCommand[], words: MenuWords): void {
  const template = menuTemplate({
    platform: process.platform,
    commands,
    words,
    recent: settings.value.recent,
    run: (id) => window?.webContents.send(CHANNELS.command, id),
    openRecent: (path) => void openPaths([path]),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  pageReady = true; // the page sets its menu once it listens
  const files = waitingFiles;
  waitingFiles = [];
  if (files.length > 0) void openPaths(files);
}

function setStatus({ title, dirty, progress }: WindowStatus): void {
  const share = progress === null ? '' : ` (${Math.round(progress * 100)} %)`;
  window?.setTitle(`${dirty ? '• ' : ''}${title}${share} - Shuurai`);
  window?.setDocumentEdited(dirty);
  if (process.platform !== 'linux') window?.setProgressBar(progress ?? -1);
}

/** One end of a new channel to the engine, the other to the page. */
function connectEngine(nonce: string): void {
  const { port1, port2 } = new MessageChannelMain();
  if (supervisor.connect(port1)) window?.webContents.postMessage(CHANNELS.enginePort, nonce, [port2]);
}

/** Drafts reach the engine before the window goes; a page that does not answer is not waited for. */
async function flushPage(): Promise<void> {
  const contents = window?.webContents;
  if (contents === undefined || contents.isDestroyed() || contents.isCrashed()) return;
  await new Promise<void>((done) => {
    const timer = setTimeout(done, 2000);
    flushDone = () => {
      clearTimeout(timer);
      done();
    };
    contents.send(CHANNELS.flush);
  });
}

function createWindow(): void {
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const created = new BrowserWindow({
    ...visibleBounds(settings.value.bounds, displays),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: '#061016',
    webPreferences: {
      preload: join(dist, 'electron', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window = created;
  pageReady = false;
  if (settings.value.maximized) created.maximize();
  created.once('ready-to-show', () => created.show());
  created.webContents.on('did-start-loading', () => {
    pageReady = false;
  });
  created.webContents.on('render-process-gone', (_event, details) => {
    log(`page ended: ${details.reason}`);
    if (details.reason !== 'clean-exit') created.reload(); // drafts and the run live in the engine process
  });
  // Windows ends the session without `close`.
  created.on('session-end', () => void flushPage());
  const stay = holdClosing(created, {
    flush: () =>
      Promise.all([
        flushPage(),
        settings.update({ maximized: created.isMaximized(), bounds: created.getNormalBounds() }),
      ]),
    isQuitting: () => quitting,
    quit: () => app.quit(),
  });
  // The page asks not to be closed where an edit is in no draft, because the engine is gone; Electron itself asks nobody.
  created.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(created, {
      type: 'warning',
      message: t`The last changes are not kept`,
      detail: t`The engine, which keeps drafts, does not answer. Save the swarm to a file, or close without the changes.`,
      buttons: [t`Go back`, t`Close without them`],
      defaultId: 0,
      cancelId: 0,
    });
    if (choice === 1)
      event.preventDefault(); // prevents the page's refusal
    else {
      quitting = false;
      stay();
    }
  });
  created.on('closed', () => {
    window = null;
  });
  void created.loadURL(`${APP_ORIGIN}/index.html`);
}

// With SHUURAI_HOME everything lies in one folder, the shell's own files too, and it is an application of its own.
const ownHome = process.env.SHUURAI_HOME;
if (ownHome) {
  const userData = join(resolve(ownHome), 'desktop');
  mkdirSync(userData, { recursive: true });
  app.setPath('userData', userData);
}
app.enableSandbox();
declareScheme();
const isFirst = app.requestSingleInstanceLock();
if (!isFirst) app.exit(0); // the first one was told which files to open

const settings = new SettingsFile(app.getPath('userData'));
// Tabs restored from drafts are saved to the files they came from, which a person opened in an earlier session.
for (const path of settings.value.recent) documents.grant(path);
const supervisor = new EngineSupervisor({
  fork: () => forkEngine(join(dist, 'engine', 'process.js'), log),
  onStarted: () => undefined, // the page notices the closed port and asks for a new one
  // A run goes on without a window, and the window may show one that does not run.
  onWorking: keepAwake(powerSaveBlocker),
  onGivenUp: (message) => {
    log(message);
    const choice = dialog.showMessageBoxSync({
      type: 'error',
      message: t`The engine keeps ending`,
      detail: `${message}\n\n${t`Log: ${join(app.getPath('logs'), 'engine.log')}`}`,
      buttons: [t`Restart the engine`, t`Go on without`],
    });
    if (choice === 0) supervisor.restart();
  },
});

app.on('open-file', (event, path) => {
  event.preventDefault();
  void openPaths([path]);
});
app.on('second-instance', (_event, argv, cwd) => {
  if (window?.isMinimized()) window.restore();
  window?.focus();
  void openPaths(argv.filter(isSwarm).map((path) => resolve(cwd, path)));
});

void app.whenReady().then(async () => {
  if (!isFirst) return;
  await speak(settings.value.language, app.getPreferredSystemLanguages());
  secureSession(join(dist, 'renderer'));
  registerIpc({
    window: () => window,
    documents,
    settings,
    connectEngine,
    setLanguage: (language) => {
      void settings.update({ language });
      void speak(language, []);
    },
    setMenu,
    setStatus,
    flushed: () => flushDone?.(),
  });
  try {
    shuuraiHome();
  } catch (thrown) {
    // Chosen in the settings, and not there: every engine would end at once.
    dialog.showErrorBox(
      t`The folder of your swarms is missing`,
      thrown instanceof Error ? thrown.message : String(thrown),
    );
    app.exit(1);
    return;
  }
  supervisor.start();
  createWindow();
  void openPaths(
    process.argv
      .slice(1)
      .filter(isSwarm)
      .map((path) => resolve(path)),
  );
  app.on('activate', () => {
    if (window === null) createWindow();
  });
});

app.on('before-quit', () => {
  quitting = true;
});

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit();
});

let engineStopped = false;
app.on('will-quit', (event) => {
  if (engineStopped) return;
  event.preventDefault();
  void supervisor.stop().finally(() => {
    engineStopped = true;
    app.quit();
  });
});
