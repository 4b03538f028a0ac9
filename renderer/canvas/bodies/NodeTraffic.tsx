import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { linksOf } from '#engine/document/graph.ts';
import { linkSeries } from '#engine/protocol/series.ts';
import { activeTab, useDocuments } from '../../documents/store.ts';
import { formatCount, formatScaled } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { BodyRow } from './BodyRow.tsx';

/** Messages or bytes of the last round over all links of a node. */
export function NodeTraffic({ id, what }: { id: NodeId; what: 'messages' | 'bytes' }) {
  // As text, so that the same links are the same.
  const links = useDocuments((state) => {
    const document = activeTab(state)?.document;
    if (document === undefined) return '';
    return linksOf(document)
      .filter(([, link]) => link.from.node === id || link.to.node === id)
      .map(([link]) => link)
      .join(' ');
  });
  const sum = useNodeRun((run) => {
    const counts = links.split(' ').flatMap((link) => run.latest[linkSeries(link, what)] ?? []);
    return counts.length === 0 ? undefined : counts.reduce((total, count) => total + count, 0);
  });
  if (sum === undefined) return null;
  return (
    <BodyRow label={what === 'bytes' ? t`sent this round` : t`messages`}>
      {what === 'bytes' ? formatScaled(sum, 'B') : formatCount(sum)}
    </BodyRow>
  );
}
