import { useEffect, useId, useRef, useState } from 'react';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { Params, Result } from '#engine/protocol/api.ts';
import { engine } from '../engine/client.ts';
import { notify } from '../ui/notices.ts';

export type Folders = Result<'settings.get'>['folders'];
type Existing = Params<'folders.set'>['existing'];

const WHAT_BECOMES: Readonly<Record<Existing, string>> = {
  move: t`Runs, templates, parts and drafts move there. Data you gave stay where they are, because swarms name them by their path.`,
  keep: t`Runs and templates stay, and are found again when you choose this folder again. Open tabs and settings go along.`,
};

/** Where everything of this person lies, and how to have it elsewhere. */
export function FolderSetting({
  folders,
  onChanged,
}: {
  readonly folders: Folders;
  readonly onChanged: () => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h3 className="section-title">{t`Folders`}</h3>
      <FolderRow label={t`Runs`} path={folders.runs} />
      <FolderRow label={t`Data you gave`} path={folders.data} />
      <FolderRow label={t`Templates of yours`} path={folders.templates} />
      <FolderRow label={t`Drafts`} path={folders.drafts} />
      {folders.fixed ? (
        <p className="setting-help">
          {t`All of it lies in one folder, which SHUURAI_HOME names. Start Shuurai without it to choose the folder here.`}
        </p>
      ) : open ? (
        <FolderForm
          home={folders.home}
          onDone={(changed) => {
            setOpen(false);
            if (changed) onChanged();
          }}
        />
      ) : (
        <div className="setting-note">
          <span>{t`All of it lies in one folder, also for the command line.`}</span>
          <button type="button" className="btn small" onClick={() => setOpen(true)}>
            {t`Choose another…`}
          </button>
        </div>
      )}
    </section>
  );
}

function FolderForm({
  home,
  onDone,
}: {
  readonly home: string;
  readonly onDone: (changed: boolean) => void;
}) {
  const [path, setPath] = useState(home);
  const [existing, setExisting] = useState<Existing>('move');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const choose = async (): Promise<void> => {
    const chosen = await window.shuurai?.files.chooseFolder(path.trim() || home);
    if (chosen === undefined || chosen === null) return;
    setPath(chosen);
    setProblem(null);
  };
  const change = async (): Promise<void> => {
    setBusy(true);
    try {
      await engine.request('folders.set', { home: path, existing });
      notify(t`From now on everything lies in ${path.trim()}.`, 'ok');
      onDone(true);
    } catch (thrown) {
      setProblem(toShuuraiError(thrown).message);
      setBusy(false);
    }
  };
  return (
    <form
      className="folder-form"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <label htmlFor={`${id}-path`}>{t`Folder for everything`}</label>
      <div className="folder-path">
        <input
          ref={field}
          id={`${id}-path`}
          className="input"
          spellCheck={false}
          value={path}
          onChange={(event) => {
            setPath(event.target.value);
            setProblem(null);
          }}
        />
        {window.shuurai !== undefined && (
          <button type="button" className="btn small" onClick={() => void choose()}>
            {t`Choose…`}
          </button>
        )}
      </div>
      <label htmlFor={`${id}-what`}>{t`What is there now`}</label>
      <select
        id={`${id}-what`}
        className="input select"
        aria-describedby={`${id}-help`}
        value={existing}
        onChange={(event) => {
          setExisting(event.target.value === 'keep' ? 'keep' : 'move');
          setProblem(null);
        }}
      >
        <option value="move">{t`Moves along`}</option>
        <option value="keep">{t`Stays where it is`}</option>
      </select>
      <p id={`${id}-help`} className="setting-help">
        {WHAT_BECOMES[existing]} {t`Close other windows of Shuurai first.`}
      </p>
      {problem !== null && (
        <p className="form-error" role="alert">
          {problem}
        </p>
      )}
      <div className="folder-buttons">
        <button type="button" className="btn small" onClick={() => onDone(false)}>
          {t`Cancel`}
        </button>
        <button type="submit" className="btn primary small" disabled={busy || path.trim() === home}>
          {t`Use this folder`}
        </button>
      </div>
    </form>
  );
}

function FolderRow({ label, path }: { readonly label: string; readonly path: string }) {
  return (
    <div className="setting-folder">
      <span>{label}</span>
      <code title={path}>{path}</code>
      {window.shuurai === undefined ? (
        <button type="button" className="btn small" onClick={() => void copyPath(path)}>
          {t`Copy path`}
        </button>
      ) : (
        <button type="button" className="btn small" onClick={() => window.shuurai?.openFolder(path)}>
          {t`Open folder`}
        </button>
      )}
    </div>
  );
}

async function copyPath(path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path);
    notify(t`Copied ${path}.`, 'ok');
  } catch {
    notify(t`This browser does not let the page write the clipboard.`, 'warn');
  }
}
