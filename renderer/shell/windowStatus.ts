import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { execute } from '../commands/execute.ts';
import { COMMANDS, commandById } from '../commands/registry.ts';
import { accelerator, isMac } from '../commands/shortcuts.ts';
import { currentTab, useDocuments } from '../documents/store.ts';
import { openShellFiles } from '../files/openShellFiles.ts';
import { runById, useRuns } from '../live/runStore.ts';
import type { MenuCommand, MenuWords, WindowStatus } from './bridge.ts';

function statusNow(): WindowStatus {
  const tab = currentTab();
  const run = tab?.runId === null || tab === null ? undefined : runById(tab.runId);
  const running = run !== undefined && isActive(run.state) && run.rounds > 0;
  const name = tab?.document.meta.name ?? '';
  return {
    title: `${tab?.dirty === true ? '• ' : ''}${name === '' ? t`Untitled` : name} — Shuurai`,
    dirty: tab?.dirty ?? false,
    progress: running ? run.round / run.rounds : null,
  };
}

function menuNow(): MenuCommand[] {
  return COMMANDS.flatMap((command) => {
    const { menu } = command;
    if (menu === 'canvas') return [];
    // A key that types a letter in a field stays the page's. On a Mac the menu takes its keys before a field does.
    const inMenu = isMac ? command.worksInFields === true : command.onCanvas !== true;
    const shortcut = inMenu ? command.shortcuts?.[0] : undefined;
    return [
      {
        id: command.id,
        label: command.title?.() ?? command.label,
        menu,
        enabled: command.blocked() === null,
        ...(shortcut === undefined ? {} : { accelerator: accelerator(shortcut) }),
      },
    ];
  });
}

const WORDS: MenuWords = {
  file: t`File`,
  edit: t`Edit`,
  view: t`View`,
  run: t`Runs`,
  help: t`Help`,
  openRecent: t`Open recent`,
  noRecent: t`No recent files`,
};

/** Keeps the window's title, and on the desktop its menu and progress, in step; menu choices run commands. */
export function startWindowStatus(): void {
  let scheduled = false;
  let lastStatus = '';
  let lastMenu = '';
  const update = (): void => {
    scheduled = false;
    const status = statusNow();
    const percent = status.progress === null ? '' : `${Math.round(status.progress * 100)} % · `;
    document.title = `${percent}${status.title}`;
    const desktop = window.shuurai;
    if (desktop === undefined) return;
    const statusText = JSON.stringify(status);
    if (statusText !== lastStatus) desktop.setStatus(status);
    lastStatus = statusText;
    const menu = menuNow();
    const menuText = JSON.stringify(menu);
    if (menuText !== lastMenu) desktop.setMenu(menu, WORDS);
    lastMenu = menuText;
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setTimeout(update, 200);
  };
  useDocuments.subscribe(schedule);
  useRuns.subscribe(schedule);
  schedule();
  window.shuurai?.onCommand((id) => {
    const command = commandById(id);
    if (command !== undefined) void execute(command);
  });
  window.shuurai?.onOpenFiles((files) => {
    openShellFiles(files);
  });
}
