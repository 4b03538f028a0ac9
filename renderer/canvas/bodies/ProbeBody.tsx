import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { formatPercent } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';

/** The last messages that passed. */
export function ProbeBody({ id }: { id: NodeId }) {
  const seen = useNodeRun((run) => run.probes[id]);
  if (seen === undefined || seen.length === 0)
    return <div className="note">{t`shows what passes once it runs`}</div>;
  return (
    <>
      {seen.slice(0, 3).map((example) => (
        <div className="row" key={example.text} title={example.text}>
          <span className="clip">{example.text}</span>
          <span className="num">
            {example.label} {formatPercent(example.confidence)}
          </span>
        </div>
      ))}
    </>
  );
}
