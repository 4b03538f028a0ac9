import { useState } from 'react';
import { t } from '#engine/core/text.ts';
import type { Command } from '../commands/command.ts';
import { COMMANDS } from '../commands/registry.ts';
import { shortcutText } from '../commands/shortcuts.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { searchTexts } from '../ui/searchTexts.ts';
import './shortcuts.css';

const MENUS: Readonly<Record<Command['menu'], string>> = {
  file: t`Files`,
  edit: t`Editing`,
  view: t`View`,
  canvas: t`Keyboard on the canvas`,
  run: t`Runs`,
  help: t`Help`,
};

interface Entry {
  readonly what: string;
  readonly keys: readonly string[];
}

/** What the pointer does on the canvas: not commands, and worth knowing. */
const POINTER: readonly Entry[] = [
  { what: t`Move the canvas`, keys: [t`Drag`, t`Space drag`, t`Middle button`] },
  { what: t`Zoom`, keys: [t`Wheel`, t`Pinch`] },
  { what: t`Select in a box`, keys: [t`Shift drag`] },
  { what: t`Add to the selection`, keys: [t`Shift click`] },
  { what: t`Add a node here`, keys: [t`Double-click`] },
  { what: t`Draw a link`, keys: [t`Drag from a port`] },
  { what: t`Draw a link anew`, keys: [t`Drag its end`] },
  { what: t`Put a node into a link`, keys: [t`Drop it on the link`] },
  { what: t`Drag a copy`, keys: [t`Alt drag`] },
  { what: t`Drag without snapping`, keys: [t`Ctrl drag`] },
];

function sections(): readonly (readonly [title: string, entries: readonly Entry[]])[] {
  const groups = Map.groupBy(
    COMMANDS.filter(({ shortcuts }) => shortcuts !== undefined),
    ({ menu }) => menu,
  );
  const commands = [...groups].map(
    ([menu, all]) =>
      [
        MENUS[menu],
        all.map(({ label, shortcuts = [] }) => ({
          what: label,
          keys: shortcuts.map((key) => shortcutText(key)),
        })),
      ] as const,
  );
  return [...commands, [t`Pointer on the canvas`, POINTER]];
}

/** Every shortcut, from the command registry, with a search over names and keys. */
export function ShortcutsDialog() {
  const [text, setText] = useState('');
  const shown = sections()
    .map(
      ([title, entries]) => [title, searchTexts(entries, text, ({ what, keys }) => [what, ...keys])] as const,
    )
    .filter(([, entries]) => entries.length > 0);
  return (
    <Dialog title={t`Keyboard shortcuts`} size="wide">
      <div className="shortcuts-search">
        <Icon name="search" size={14} />
        <input
          className="input"
          type="search"
          data-autofocus
          value={text}
          placeholder={t`Search shortcuts`}
          aria-label={t`Search shortcuts`}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {shown.length === 0 && <p className="dialog-text">{t`No shortcut is called “${text}”.`}</p>}
      <div className="shortcuts">
        {shown.map(([title, entries]) => (
          <section key={title}>
            <h3 className="section-title">{title}</h3>
            <dl>
              {entries.map(({ what, keys }) => (
                <div key={what} className="row">
                  <dt>{what}</dt>
                  <dd>
                    {keys.map((key) => (
                      <span key={key} className="kbd">
                        {key}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
