/**
 * What the desktop shell gives the page as `window.shuurai`; absent in the browser shell. Named functions only,
 * plain data only (Electron's security checklist).
 */
export interface OpenedFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** One entry of the application menu, from the command registry. */
export interface MenuCommand {
  readonly id: string;
  readonly label: string;
  readonly menu: 'file' | 'edit' | 'view' | 'run' | 'help';
  /** Electron accelerator, e.g. `CmdOrCtrl+Shift+S`. */
  readonly accelerator?: string;
  readonly enabled: boolean;
}

/** What the application menu says itself, in the language of the page. */
export interface MenuWords {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly run: string;
  readonly help: string;
  readonly openRecent: string;
  readonly noRecent: string;
}

export interface WindowStatus {
  readonly title: string;
  readonly dirty: boolean;
  /** Share of the run done, 0..1; null while nothing runs. */
  readonly progress: number | null;
}

export interface DesktopBridge {
  readonly platform: string;
  /**
   * Asks for a new port to the engine. It arrives as a `message` event of this window whose data is
   * `{ shuurai: 'engine-port', nonce }` with the same nonce and the port as `ports[0]`.
   */
  connectEngine(nonce: string): void;
  readonly files: {
    /** The system's open dialogue; empty when cancelled. */
    open(): Promise<readonly OpenedFile[]>;
    /** Writes atomically to a path that was opened or chosen before. */
    save(path: string, text: string): Promise<void>;
    /** Where to save, by the system's dialogue; `save` may write there from then on. Null when cancelled. */
    saveAs(suggestedName: string): Promise<{ readonly path: string; readonly name: string } | null>;
    /** A file that was opened or chosen before, as it is now. */
    read(path: string): Promise<OpenedFile>;
    /** When it was last changed, in milliseconds since 1970; null where it is gone. */
    modified(path: string): Promise<number | null>;
    chooseData(): Promise<string | null>;
    /** A folder, by the system's dialogue, which begins at `start`; null when cancelled. */
    chooseFolder(start: string): Promise<string | null>;
    /** Where a dropped file lies on disk. */
    pathOf(file: File): string;
  };
  /** Shows one of the application's own folders in the system's file manager. */
  openFolder(path: string): void;
  onOpenFiles(listener: (files: readonly OpenedFile[]) => void): void;
  onCommand(listener: (commandId: string) => void): void;
  /** The window is about to close: flush drafts, then it closes. */
  onFlush(listener: () => Promise<void>): void;
  /** The language the page speaks, as BCP 47, which the system's dialogues then speak, too, also after a restart. */
  setLanguage(code: string): void;
  setMenu(commands: readonly MenuCommand[], words: MenuWords): void;
  setStatus(status: WindowStatus): void;
}

declare global {
  interface Window {
    readonly shuurai?: DesktopBridge;
  }
}
