import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { t } from '#engine/core/text.ts';
import { activeTab, useDocuments } from '../../documents/store.ts';
import { MARK } from '../boundaryMarks.ts';
import type { BoundaryFlowNode } from '../flow/flowNode.ts';
import { handleOf } from '../flowIds.ts';
import { KindGlyph } from '../KindGlyph.tsx';
import { PortHandle } from '../PortHandle.tsx';
import { showsTheSame } from '../showsTheSame.ts';
import { showNode } from './showNode.ts';

/** At the edge of an entered group: the port outside that a link comes from or goes to. Pressing it goes there. */
export const BoundaryMark = memo(function BoundaryMark({ data }: NodeProps<BoundaryFlowNode>) {
  const { end, spec, label } = data.port;
  const kind = useDocuments((state) => activeTab(state)?.document.nodes[end.node]?.kind ?? '');
  return (
    <div className={`boundary-mark ${end.direction}`} style={MARK} data-boundary={end.node}>
      <button
        type="button"
        className="nodrag"
        title={t`Outside this group. Press to go there.`}
        onClick={() => showNode(end.node)}
      >
        <KindGlyph kind={kind} width={14} />
        <span className="clip">{label}</span>
      </button>
      <PortHandle
        node={end.node}
        port={spec}
        top={MARK.height / 2}
        linked
        as={{ handle: handleOf(end.node, end.port), label }}
      />
    </div>
  );
}, showsTheSame);
