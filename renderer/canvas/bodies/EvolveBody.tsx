import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { BodyRow } from './BodyRow.tsx';

/** How far the evolution is and how fit its population; before a run, when it begins. */
export function EvolveBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  const generation = useNodeRun((run) => run.latest[`node/${id}/generation`]);
  const best = useNodeRun((run) => run.latest[`node/${id}/bestFitness`]);
  const mean = useNodeRun((run) => run.latest[`node/${id}/meanFitness`]);
  if (generation === undefined) {
    return <BodyRow label={t`begins`}>{t`after round ${String(node.params.first ?? 3)}`}</BodyRow>;
  }
  return (
    <>
      <BodyRow label={t`generation`}>{generation}</BodyRow>
      <BodyRow label={t`best fitness`}>{formatValue(best)}</BodyRow>
      <BodyRow label={t`mean fitness`}>{formatValue(mean)}</BodyRow>
    </>
  );
}
