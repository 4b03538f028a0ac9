import { CommandButton } from '../commands/CommandButton.tsx';
import { commandPalette } from '../commands/commandPalette.ts';
import { execute } from '../commands/execute.ts';
import { openGallery } from '../commands/openGallery.ts';
import { redo } from '../commands/redo.ts';
import { shortcutText } from '../commands/shortcuts.ts';
import { toggleTheme } from '../commands/toggleTheme.ts';
import { undo } from '../commands/undo.ts';
import { Brand } from './Brand.tsx';
import { FileMenu } from './FileMenu.tsx';
import { HistoryMenu } from './HistoryMenu.tsx';
import { RunControls } from './RunControls.tsx';
import { Tabs } from './Tabs.tsx';
import './toolbar.css';

/** The one bar: tabs on the left, commands in the middle, the run on the right. */
export function Toolbar() {
  return (
    <header className="toolbar">
      <Brand />
      <FileMenu />
      <Tabs />
      <div className="toolbar-actions">
        <CommandButton command={openGallery} />
        <span className="toolbar-pair">
          <CommandButton command={undo} look="icon" />
          <CommandButton command={redo} look="icon" />
          <HistoryMenu />
        </span>
        <CommandButton command={toggleTheme} look="icon" />
        <button
          type="button"
          className="btn quiet toolbar-search"
          aria-label={commandPalette.label}
          onClick={() => void execute(commandPalette)}
        >
          <span className="kbd">{shortcutText('Mod+K')}</span>
        </button>
        <RunControls />
      </div>
    </header>
  );
}
