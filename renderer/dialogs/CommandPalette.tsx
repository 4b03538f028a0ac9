import { Command as List } from 'cmdk';
import { useState } from 'react';
import { t, withinSentence } from '#engine/core/text.ts';
import { NODE_KINDS } from '#engine/nodes/registry.ts';
import { canvasCentre } from '../canvas/canvasStore.ts';
import { focusNode } from '../canvas/focusItem.ts';
import { KindGlyph } from '../canvas/KindGlyph.tsx';
import { rememberKind } from '../canvas/recentKinds.ts';
import type { Command } from '../commands/command.ts';
import { execute } from '../commands/execute.ts';
import { COMMANDS } from '../commands/registry.ts';
import { shortcutText } from '../commands/shortcuts.ts';
import { useCommandState } from '../commands/useCommandState.ts';
import { addNode } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { announce } from '../ui/announce.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { searchTexts } from '../ui/searchTexts.ts';
import { closeDialog } from './dialogs.ts';
import '../ui/commandList.css';

/** Every command by name; those that cannot run now come last, each with its reason. */
export function CommandPalette() {
  const [text, setText] = useState('');
  // Whether a command can run is asked once: the rows keep their order under the hand.
  const [commands] = useState(() =>
    COMMANDS.filter(({ id }) => id !== 'command-palette').toSorted(
      (a, b) => Number(a.blocked() !== null) - Number(b.blocked() !== null),
    ),
  );
  const found = searchTexts(commands, text, (command) => [
    command.label,
    command.title?.() ?? '',
    command.id,
  ]);
  const kinds =
    currentTab() === null
      ? []
      : searchTexts(NODE_KINDS, text, ({ label, kind }) => [t`Add ${withinSentence(label)}`, kind]);
  return (
    <Dialog title={t`Search commands`} size="palette">
      <List label={t`Commands`} loop shouldFilter={false}>
        <List.Input autoFocus value={text} onValueChange={setText} placeholder={t`What do you want to do?`} />
        <List.List>
          <List.Empty>{t`No command is called “${text}”.`}</List.Empty>
          {found.length > 0 && (
            <List.Group heading={t`Commands`}>
              {found.map((command) => (
                <CommandRow key={command.id} command={command} />
              ))}
            </List.Group>
          )}
          {kinds.length > 0 && (
            <List.Group heading={t`Add a node`}>
              {kinds.map((kind) => (
                <List.Item
                  key={kind.kind}
                  value={`add-${kind.kind}`}
                  onSelect={() => {
                    closeDialog();
                    rememberKind(kind.kind);
                    const id = addNode(kind.kind, canvasCentre().flow);
                    if (id !== null) setTimeout(() => focusNode(id), 20);
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
      value={command.id}
      className={blocked === null ? '' : 'blocked'}
      onSelect={() => {
        if (blocked !== null) {
          announce(blocked);
          return;
        }
        closeDialog();
        // After the dialogue is gone and the focus back: a command may open another, or mean what has the focus.
        setTimeout(() => void execute(command), 20);
      }}
    >
      <span className="command-icon">
        {command.icon !== undefined && <Icon name={command.icon} size={14} />}
      </span>
      <span className="command-text">
        {title}
        {blocked !== null && <small>{blocked}</small>}
      </span>
      {shortcut !== undefined && <span className="kbd">{shortcutText(shortcut)}</span>}
    </List.Item>
  );
}
