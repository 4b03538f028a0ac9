import type { LinkId } from '#engine/core/brand.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { isRewirable } from '../canvas/ports.ts';
import { liveStrength } from '../live/runLinks.ts';
import { shownRun } from './conditions.ts';

/** Selected links of a running swarm that are not cut, or that were cut or changed while it ran. */
export function liveLinks(which: 'whole' | 'changed'): readonly LinkId[] {
  const shown = shownRun();
  if (shown === null || !isActive(shown.run.state)) return [];
  const { tab, run } = shown;
  return tab.selection.links.filter((id) => {
    const strength = liveStrength(run, id);
    return isRewirable(tab.document, id) && (which === 'whole' ? strength !== 0 : strength !== null);
  });
}
