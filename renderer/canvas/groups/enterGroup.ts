import type { GroupId } from '#engine/core/brand.ts';
import { groupChain } from '#engine/document/groups.ts';
import { currentTab, lookInto, select } from '../../documents/store.ts';
import { useCanvas, zoomTo } from '../canvasStore.ts';
import { fittedPlaces, viewportKey, viewports } from './viewports.ts';

/** Shows a group alone, all of it. */
export function enterGroup(group: GroupId): void {
  keepViewport();
  lookInto(group);
  // Once for what is drawn, once more when it was measured.
  requestAnimationFrame(() => zoomTo());
}

/** Shows what a group stands in, as it was looked at before, with the group selected; `to` goes further up. */
export function leaveGroup(to?: GroupId | null): void {
  const tab = currentTab();
  if (tab === null || tab.inside === null) return;
  const chain = groupChain(tab.document, tab.inside);
  const target = to === undefined ? (chain[1] ?? null) : to;
  const left = chain[(target === null ? chain.length : chain.indexOf(target)) - 1];
  keepViewport();
  lookInto(target);
  if (left !== undefined) select({ groups: [left] });
  const above = viewportKey(tab.id, target);
  const before = viewports.get(above);
  const isFitted = fittedPlaces.has(above);
  const { flow } = useCanvas.getState();
  if (before === undefined || isFitted) requestAnimationFrame(() => zoomTo());
  else void flow?.setViewport(before);
}

function keepViewport(): void {
  const tab = currentTab();
  const viewport = useCanvas.getState().flow?.getViewport();
  if (tab !== null && viewport !== undefined) viewports.set(viewportKey(tab.id, tab.inside), viewport);
}
