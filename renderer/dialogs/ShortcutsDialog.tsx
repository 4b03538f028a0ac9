import { COMMANDS } from '../commands/registry.ts';
import { shortcutText } from '../commands/shortcuts.ts';
import { Dialog } from '../ui/Dialog.tsx';
import './shortcuts.css';

const MENUS = { file: 'Files', edit: 'Editing', view: 'View', run: 'Running', help: 'Help' } as const;

/** What the pointer does on the canvas: not commands, and worth knowing. */
const POINTER: readonly (readonly [what: string, how: string])[] = [
  ['Move the canvas', 'Drag'],
  ['Zoom', 'Wheel'],
  ['Select in a box', 'Shift drag'],
  ['Add to the selection', 'Shift click'],
  ['Add a node here', 'Double-click'],
  ['Move the selection', 'Arrow keys'],
];

/** Every shortcut, from the command registry. */
export function ShortcutsDialog() {
  const groups = Map.groupBy(
    COMMANDS.filter(({ shortcuts }) => shortcuts !== undefined),
    ({ menu }) => menu,
  );
  return (
    <Dialog title="Keyboard shortcuts" size="wide">
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
          <h3 className="section-title">On the canvas</h3>
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
