import { useMemo } from 'react';
import type { LinkId, RunId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { nodeTitle } from '../canvas/ports.ts';
import { useActiveDocument } from '../documents/store.ts';
import { useNodeName } from '../documents/useNodeName.ts';
import { runById, useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { type ChartChoice, chartChoices } from './chartChoices.ts';

/** What the charts of a run can show; made anew when it measures something new or its fish change. */
export function useChartChoices(runId: RunId): readonly ChartChoice[] {
  const size = useRunSlowly(runId, (run) => run.series.size) ?? 0;
  const fish = useRun(runId, (run) => run.fish);
  const states = useRun(runId, (run) => run.fishState);
  const task = useRun(runId, (run) => run.task);
  const document = useActiveDocument();
  const nameOf = useNodeName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` stands for the names, `document` and `fish` for `nameOf`
  return useMemo(() => {
    const title = (id: string): string => {
      const link = document?.links[id as LinkId]; // only looked up
      if (link === undefined) return nameOf(id);
      const ends = [link.from.node, link.to.node].map((node) => document?.nodes[node]);
      return ends.map((node) => (node === undefined ? '?' : nodeTitle(node))).join(' → ');
    };
    const names = runById(runId)?.series.keys() ?? [];
    const run = { fish: fish ?? [], fishState: states ?? {}, task: task ?? null };
    return chartChoices(run, names, title, voiceOf(document));
  }, [runId, size, fish, states, task, document]);
}

/** The node whose answer the goal hears. */
function voiceOf(document: SwarmDocument | null): string | null {
  if (document === null) return null;
  const heard = Object.values(document.links).find(({ to }) => document.nodes[to.node]?.kind === 'goal');
  return heard?.from.node ?? null;
}
