import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { currentTab, type OpenDocument, selectionSize } from '../documents/store.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { runById } from '../live/runStore.ts';

/** Sentences why a command cannot run, shared by many. */
export const needsTab = (): string | null => (currentTab() === null ? t`No swarm is open.` : null);

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

export const needsSeveral = (least: number) => (): string | null => {
  const chosen = currentTab()?.selection.nodes.length ?? 0;
  return chosen < least ? t`Select at least ${least} nodes first.` : null;
};

/** The active tab with the run shown in it. */
export function shownRun(): { tab: OpenDocument; runId: RunId; run: LiveRun } | null {
  const tab = currentTab();
  if (tab === null || tab.runId === null) return null;
  const run = runById(tab.runId);
  return run === undefined ? null : { tab, runId: tab.runId, run };
}
