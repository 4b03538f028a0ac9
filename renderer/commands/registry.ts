import { addAtPort } from './addAtPort.ts';
import { addComment } from './addComment.ts';
import { addFish, addLoneFish } from './addFish.ts';
import { arrangeSelection } from './arrangeSelection.ts';
import { autoLayout } from './autoLayout.ts';
import { closeDocument } from './closeDocument.ts';
import { collapseGroup } from './collapseGroup.ts';
import type { Command } from './command.ts';
import { commandPalette } from './commandPalette.ts';
import { copy } from './copy.ts';
import { cut } from './cut.ts';
import { cutLink } from './cutLink.ts';
import { deletePortLinks } from './deletePortLinks.ts';
import { deleteSelected } from './deleteSelected.ts';
import { duplicate } from './duplicate.ts';
import { editSelected } from './editSelected.ts';
import { enterGroup } from './enterGroup.ts';
import { exportEvents } from './exportEvents.ts';
import { exportMetrics } from './exportMetrics.ts';
import { EXPORT_COMMANDS } from './exportSwarm.ts';
import { findNode } from './findNode.ts';
import { FISH_COMMANDS } from './fishCommands.ts';
import { foldSchool } from './foldSchool.ts';
import { goDown } from './goDown.ts';
import { goLeft } from './goLeft.ts';
import { goRight } from './goRight.ts';
import { goUp } from './goUp.ts';
import { group } from './group.ts';
import { importData } from './importData.ts';
import { invertSelection } from './invertSelection.ts';
import { leaveGroup } from './leaveGroup.ts';
import { linkFromPort } from './linkFromPort.ts';
import { measureShapley } from './measureShapley.ts';
import { moveDown } from './moveDown.ts';
import { moveLeft } from './moveLeft.ts';
import { moveRight } from './moveRight.ts';
import { moveUp } from './moveUp.ts';
import { newDocument } from './newDocument.ts';
import { nextLink } from './nextLink.ts';
import { nextNode } from './nextNode.ts';
import { nextPart } from './nextPart.ts';
import { openFile } from './openFile.ts';
import { openGallery } from './openGallery.ts';
import { openSettings } from './openSettings.ts';
import { paste } from './paste.ts';
import { pauseRun } from './pauseRun.ts';
import { placeFish } from './placeFish.ts';
import { PLACING } from './placing.ts';
import { previousNode } from './previousNode.ts';
import { previousPart } from './previousPart.ts';
import { quickAdd } from './quickAdd.ts';
import { redo } from './redo.ts';
import { restoreLink } from './restoreLink.ts';
import { resumeRun } from './resumeRun.ts';
import { runSwarm } from './runSwarm.ts';
import { runWithSeeds } from './runWithSeeds.ts';
import { saveAsTemplate } from './saveAsTemplate.ts';
import { saveDocument } from './saveDocument.ts';
import { saveDocumentAs } from './saveDocumentAs.ts';
import { savePiece } from './savePiece.ts';
import { selectAll } from './selectAll.ts';
import { selectConnected } from './selectConnected.ts';
import { selectNone } from './selectNone.ts';
import { showAllRuns } from './showAllRuns.ts';
import { showHistory } from './showHistory.ts';
import { showShortcuts } from './showShortcuts.ts';
import { startLink } from './startLink.ts';
import { stopRun } from './stopRun.ts';
import { takeOut } from './takeOut.ts';
import { toggleGrid } from './toggleGrid.ts';
import { toggleGuides } from './toggleGuides.ts';
import { toggleInspector } from './toggleInspector.ts';
import { togglePalette } from './togglePalette.ts';
import { toggleRuns } from './toggleRuns.ts';
import { toggleTheme } from './toggleTheme.ts';
import { undo } from './undo.ts';
import { unfoldSchool } from './unfoldSchool.ts';
import { ungroup } from './ungroup.ts';
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
  saveAsTemplate,
  importData,
  ...EXPORT_COMMANDS,
  exportMetrics,
  exportEvents,
  openSettings,
  closeDocument,
  undo,
  redo,
  showHistory,
  cut,
  copy,
  paste,
  duplicate,
  deleteSelected,
  selectAll,
  selectNone,
  invertSelection,
  selectConnected,
  findNode,
  quickAdd,
  addComment,
  group,
  ungroup,
  takeOut,
  savePiece,
  unfoldSchool,
  foldSchool,
  startLink,
  ...PLACING,
  autoLayout,
  enterGroup,
  leaveGroup,
  collapseGroup,
  arrangeSelection,
  zoomToFit,
  zoomToSelection,
  zoomIn,
  zoomOut,
  togglePalette,
  toggleInspector,
  toggleRuns,
  toggleTheme,
  runSwarm,
  runWithSeeds,
  pauseRun,
  resumeRun,
  stopRun,
  showAllRuns,
  ...FISH_COMMANDS,
  addFish,
  addLoneFish,
  placeFish,
  measureShapley,
  cutLink,
  restoreLink,
  editSelected,
  goLeft,
  goRight,
  goUp,
  goDown,
  nextNode,
  previousNode,
  nextLink,
  moveLeft,
  moveRight,
  moveUp,
  moveDown,
  toggleGuides,
  toggleGrid,
  linkFromPort,
  addAtPort,
  deletePortLinks,
  nextPart,
  previousPart,
  commandPalette,
  showShortcuts,
];

export const commandById = (id: string): Command | undefined => COMMANDS.find((command) => command.id === id);
