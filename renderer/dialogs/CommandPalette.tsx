import { Command as List } from 'cmdk';
import { t, withinSentence } from '#engine/core/text.ts';
import { NODE_KINDS } from '#engine/nodes/registry.ts';
import { canvasCentre } from '../canvas/canvasStore.ts';
import { KindGlyph } from '../canvas/KindGlyph.tsx';
import type { Command } from '../commands/command.ts';
import { execute } from '../commands/execute.ts';
import { COMMANDS } from '../commands/registry.ts';
import { shortcutText } from '../commands/shortcuts.ts';
import { useCommandState } from '../commands/useCommandState.ts';
import { addNode } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { closeDialog } from './dialogs.ts';
import '../ui/commandList.css';

/** Every command by name. */
export function CommandPalette() {
  return (
    <Dialog title={t`Search commands`} size="palette">
      <List label={t`Commands`} loop>
        <List.Input autoFocus placeholder={t`What do you want to do?`} />
        <List.List>
          <List.Empty>{t`No command has this name.`}</List.Empty>
          <List.Group heading={t`Commands`}>
            {COMMANDS.filter(({ id }) => id !== 'command-palette').map((command) => (
              <CommandRow key={command.id} command={command} />
            ))}
          </List.Group>
          {currentTab() !== null && (
            <List.Group heading={t`Add a node`}>
              {NODE_KINDS.map((kind) => (
                <List.Item
                  key={kind.kind}
                  value={`add ${kind.label}`}
                  onSelect={() => {
                    closeDialog();
                    addNode(kind.kind, canvasCentre().flow);
                  }}
                >
                  <KindGlyph kind={kind.kind} width={16} />
                  {t`Add ${withinSentence(kind.label)}`}
                </List.Item>
              ))}
            </List.Group>
          )}
        </List.List>
      </List>
    </Dialog>
  );
}

function CommandRow({ command }: { command: Command }) {
  const { title, blocked } = useCommandState(command);
  const shortcut = command.shortcuts?.[0];
  return (
    <List.Item
      value={`${command.label} ${command.id}`}
      disabled={blocked !== null}
      onSelect={() => {
        closeDialog();
        // After the dialogue is gone: a command may open another.
        setTimeout(() => void execute(command));
      }}
    >
      <span className="command-icon">
        {command.icon !== undefined && <Icon name={command.icon} size={14} />}
      </span>
      <span className="command-text">{title}</span>
      {shortcut !== undefined && <span className="kbd">{shortcutText(shortcut)}</span>}
    </List.Item>
  );
}
