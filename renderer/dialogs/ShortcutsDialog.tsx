import { t } from '#engine/core/text.ts';
import { COMMANDS } from '../commands/registry.ts';
import { shortcutText } from '../commands/shortcuts.ts';
import { Dialog } from '../ui/Dialog.tsx';
import './shortcuts.css';

const MENUS = { file: t`Files`, edit: t`Editing`, view: t`View`, run: t`Running`, help: t`Help` } as const;

/** What the pointer does on the canvas: not commands, and worth knowing. */
const POINTER: readonly (readonly [what: string, how: string])[] = [
  [t`Move the canvas`, t`Drag`],
  [t`Zoom`, t`Wheel`],
  [t`Select in a box`, t`Shift drag`],
  [t`Add to the selection`, t`Shift click`],
  [t`Add a node here`, 'Double-click'],
  [t`Move the selection`, t`Arrow keys`],
];

/** Every shortcut, from the command registry. */
export function ShortcutsDialog() {
  const groups = Map.groupBy(
    COMMANDS.filter(({ shortcuts }) => shortcuts !== undefined),
    ({ menu }) => menu,
  );
  return (
    <Dialog title={t`Keyboard shortcuts`} size="wide">
      <div className="shortcuts">
        {[...groups].map(([menu, commands]) => (
          <section key={menu}>
            <h3 className="section-title">{MENUS[menu]}</h3>
            <dl>
              {commands.map(({ id, label, shortcuts }) => (
                <div key={id} className="row">
                  <dt>{label}</dt>
                  <dd>
                    {shortcuts?.map((shortcut) => (
                      <span key={shortcut} className="kbd">
                        {shortcutText(shortcut)}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section>
          <h3 className="section-title">{t`On the canvas`}</h3>
          <dl>
            {POINTER.map(([what, how]) => (
              <div key={what} className="row">
                <dt>{what}</dt>
                <dd>
                  <span className="kbd">{how}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
