import { Command } from 'cmdk';
import { useState } from 'react';
import { t } from '#engine/core/text.ts';
import { type Findable, findThings } from '../canvas/findThings.ts';
import { focusLink, focusNode } from '../canvas/focusItem.ts';
import { showLink, showNode } from '../canvas/groups/showNode.ts';
import { KindGlyph } from '../canvas/KindGlyph.tsx';
import { useActiveDocument } from '../documents/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { closeDialog } from './dialogs.ts';
import '../ui/commandList.css';

/** More than this is found by typing on. */
const MOST = 50;

function goTo(thing: Findable): void {
  closeDialog();
  // After the dialogue gave the focus back.
  setTimeout(() => {
    if (thing.type === 'node') {
      showNode(thing.id);
      focusNode(thing.id);
    } else {
      showLink(thing.id);
      focusLink(thing.id);
    }
  }, 20);
}

/** Finds a node or link of the open swarm and goes there. */
export function FindDialog() {
  const document = useActiveDocument();
  const [text, setText] = useState('');
  const found = document === null ? [] : findThings(document, text);
  const isEmpty = document === null || Object.keys(document.nodes).length === 0;
  return (
    <Dialog title={t`Find on the canvas`} size="palette">
      <Command shouldFilter={false} label={t`Nodes and links`} loop>
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t`Find a node or link by name or kind`}
        />
        <Command.List>
          <Command.Empty>
            {isEmpty ? t`The canvas is empty.` : t`No node or link is called “${text}”.`}
          </Command.Empty>
          {found.slice(0, MOST).map((thing) => (
            <Command.Item
              key={`${thing.type}/${thing.id}`}
              value={`${thing.type}/${thing.id}`}
              onSelect={() => goTo(thing)}
            >
              {thing.type === 'node' ? (
                <KindGlyph kind={thing.kind} width={16} />
              ) : (
                <Icon name="link" size={14} />
              )}
              <span className="command-text">{thing.title}</span>
              <span className="command-aside">{thing.about}</span>
            </Command.Item>
          ))}
        </Command.List>
        {found.length > MOST && (
          <p className="floating-note">{t`${found.length - MOST} more: type to find them.`}</p>
        )}
      </Command>
    </Dialog>
  );
}
