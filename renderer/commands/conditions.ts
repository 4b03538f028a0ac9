import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { pointedPort } from '../canvas/pointedPort.ts';
import { currentTab, type OpenDocument, selectionSize } from '../documents/store.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { runById } from '../live/runStore.ts';

/** Sentences why a command cannot run, shared by many. */
export const needsTab = (): string | null => (currentTab() === null ? t`No swarm is open.` : null);

export const needsAnyNode = (): string | null => {
  const tab = currentTab();
  if (tab === null) return t`No swarm is open.`;
  return Object.keys(tab.document.nodes).length === 0 ? t`There are no nodes yet.` : null;
};

export const needsNodes = (): string | null => {
  const tab = currentTab();
  if (tab === null) return t`No swarm is open.`;
  return tab.selection.nodes.length === 0 ? t`Select a node first.` : null;
};

export const needsSelection = (): string | null => {
  const tab = currentTab();
  if (tab === null) return t`No swarm is open.`;
  return selectionSize(tab.selection) === 0 ? t`Select something first.` : null;
};

/** For what can be done to nodes, groups and comments. */
export const needsThings = (): string | null => {
  const tab = currentTab();
  if (tab === null) return t`No swarm is open.`;
  const { nodes, groups, comments } = tab.selection;
  return nodes.length + groups.length + comments.length === 0 ? t`Select a node first.` : null;
};

export const needsGroups = (): string | null =>
  (currentTab()?.selection.groups.length ?? 0) === 0 ? t`Select a group first.` : null;

export const needsPort = (): string | null =>
  pointedPort() === null ? t`Open the menu of a port first.` : null;

export const needsSeveral = (least: number) => (): string | null => {
  const chosen = currentTab()?.selection.nodes.length ?? 0;
  return chosen < least
    ? counted(least, 'Select at least {0} node first.', 'Select at least {0} nodes first.')
    : null;
};

/** The active tab with the run shown in it. */
export function shownRun(): { tab: OpenDocument; runId: RunId; run: LiveRun } | null {
  const tab = currentTab();
  if (tab === null || tab.runId === null) return null;
  const run = runById(tab.runId);
  return run === undefined ? null : { tab, runId: tab.runId, run };
}
