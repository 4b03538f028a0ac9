import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { useActiveDocument } from '../../documents/store.ts';
import { useNodeName } from '../../documents/useNodeName.ts';
import { useShownRun } from '../../documents/useShown.ts';
import { useRun } from '../../live/runStore.ts';
import { formatFixed, formatPercent } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { BodyRow } from './BodyRow.tsx';
import { parametersBehind } from './parametersBehind.ts';
import { type Part, partsByNode } from './sourceParts.ts';
import './bars.css';

/** Cheap levels in the colour of answers, the costlier the warmer. */
const COLOURS = ['var(--prediction)', 'var(--weights)', 'var(--score)', 'var(--state)'];

/** Which level answers how much, and what an answer costs; before a run, how sure a level must be. */
export function CascadeBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  // As text, so that equal parts are the same.
  const text = useNodeRun((run) => JSON.stringify(partsByNode(run, id, 'part'))) ?? '[]';
  const unordered = JSON.parse(text) as readonly Part[]; // written in the line above
  const fish = useRun(useShownRun(), (run) => run.fish) ?? [];
  const document = useActiveDocument();
  const size = (source: string): number => (document === null ? 0 : parametersBehind(document, fish, source));
  const parts = unordered.toSorted((a, b) => size(a.source) - size(b.source));
  const accuracy = useNodeRun((run) => run.latest[`node/${id}/accuracy`]);
  const cost = useNodeRun((run) => run.latest[`node/${id}/cost`]);
  const name = useNodeName();
  const [first] = parts;
  return (
    <>
      {first === undefined ? (
        <BodyRow label={t`answers if sure`}>{String(node.params.threshold ?? 0.9)}</BodyRow>
      ) : (
        <>
          <BodyRow label={t`first level answers`} title={name(first.source)}>
            {formatPercent(first.value)}
          </BodyRow>
          <div
            className="part-bar"
            role="img"
            aria-label={parts
              .map(({ source, value }) => `${name(source)} ${formatPercent(value)}`)
              .join(', ')}
          >
            {parts.map(({ source, value }, level) => (
              <i
                key={source}
                title={`${name(source)}: ${formatPercent(value)}`}
                style={{ flexGrow: value, background: COLOURS[level % COLOURS.length] }}
              />
            ))}
          </div>
        </>
      )}
      {accuracy !== undefined && <BodyRow label={t`accuracy`}>{formatPercent(accuracy)}</BodyRow>}
      {cost !== undefined && <BodyRow label={t`cost a text`}>{formatFixed(cost, 2)} ×</BodyRow>}
    </>
  );
}
