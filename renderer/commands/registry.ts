import { addFish, addLoneFish } from './addFish.ts';
import { alignLeft } from './alignLeft.ts';
import { alignTop } from './alignTop.ts';
import { autoLayout } from './autoLayout.ts';
import { closeDocument } from './closeDocument.ts';
import type { Command } from './command.ts';
import { commandPalette } from './commandPalette.ts';
import { copy } from './copy.ts';
import { cut } from './cut.ts';
import { cutLink } from './cutLink.ts';
import { deleteSelected } from './deleteSelected.ts';
import { distributeHorizontally } from './distributeHorizontally.ts';
import { distributeVertically } from './distributeVertically.ts';
import { duplicate } from './duplicate.ts';
import { exportMetrics } from './exportMetrics.ts';
import { EXPORT_COMMANDS } from './exportSwarm.ts';
import { FISH_COMMANDS } from './fishCommands.ts';
import { importData } from './importData.ts';
import { newDocument } from './newDocument.ts';
import { openFile } from './openFile.ts';
import { openGallery } from './openGallery.ts';
import { openSettings } from './openSettings.ts';
import { paste } from './paste.ts';
import { pauseRun } from './pauseRun.ts';
import { quickAdd } from './quickAdd.ts';
import { redo } from './redo.ts';
import { restoreLink } from './restoreLink.ts';
import { resumeRun } from './resumeRun.ts';
import { runSwarm } from './runSwarm.ts';
import { saveDocument } from './saveDocument.ts';
import { saveDocumentAs } from './saveDocumentAs.ts';
import { selectAll } from './selectAll.ts';
import { selectNone } from './selectNone.ts';
import { showShortcuts } from './showShortcuts.ts';
import { stopRun } from './stopRun.ts';
import { toggleInspector } from './toggleInspector.ts';
import { togglePalette } from './togglePalette.ts';
import { toggleRuns } from './toggleRuns.ts';
import { toggleTheme } from './toggleTheme.ts';
import { undo } from './undo.ts';
import { zoomIn } from './zoomIn.ts';
import { zoomOut } from './zoomOut.ts';
import { zoomToFit } from './zoomToFit.ts';
import { zoomToSelection } from './zoomToSelection.ts';

/** Every command, in the order of the menus. */
export const COMMANDS: readonly Command[] = [
  newDocument,
  openFile,
  openGallery,
  saveDocument,
  saveDocumentAs,
  importData,
  ...EXPORT_COMMANDS,
  exportMetrics,
  openSettings,
  closeDocument,
  undo,
  redo,
  cut,
  copy,
  paste,
  duplicate,
  deleteSelected,
  selectAll,
  selectNone,
  quickAdd,
  alignLeft,
  alignTop,
  distributeHorizontally,
  distributeVertically,
  autoLayout,
  zoomToFit,
  zoomToSelection,
  zoomIn,
  zoomOut,
  togglePalette,
  toggleInspector,
  toggleRuns,
  toggleTheme,
  runSwarm,
  pauseRun,
  resumeRun,
  stopRun,
  ...FISH_COMMANDS,
  addFish,
  addLoneFish,
  cutLink,
  restoreLink,
  commandPalette,
  showShortcuts,
];

export const commandById = (id: string): Command | undefined => COMMANDS.find((command) => command.id === id);
