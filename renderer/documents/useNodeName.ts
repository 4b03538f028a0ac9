import { exitNamed } from '#engine/compile/sources.ts';
import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { nodeTitle } from '../canvas/ports.ts';
import { useRun } from '../live/runStore.ts';
import { useActiveDocument } from './store.ts';
import { useShownRun } from './useShown.ts';

/** What a fish or node is called, by its id: as the run says, else as the document does. */
export function useNodeName(): (id: string) => string {
  const nodes = useActiveDocument()?.nodes;
  const fish = useRun(useShownRun(), (run) => run.fish);
  const nameOf = (id: string): string => {
    const node = nodes?.[id as NodeId]; // only looked up
    if (node !== undefined) return nodeTitle(node);
    return fish?.find((one) => one.id === id)?.name ?? id;
  };
  return (id) => {
    const exit = exitNamed(id);
    return exit === null ? nameOf(id) : t`${nameOf(exit.fish)}, layer ${String(exit.layer)}`;
  };
}
