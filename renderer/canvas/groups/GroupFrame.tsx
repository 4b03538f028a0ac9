import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { counted, t } from '#engine/core/text.ts';
import { fishCount } from '#engine/document/graph.ts';
import { nodesWithin } from '#engine/document/groups.ts';
import { groupTitle, setCollapsed } from '../../documents/groupEdits.ts';
import { resizeGroup } from '../../documents/resizeThings.ts';
import { activeTab, useDocuments } from '../../documents/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { FrameFlowNode } from '../flowGraph.ts';
import { showsTheSame } from '../showsTheSame.ts';
import { useDropTarget } from './dropTarget.ts';
import { enterGroup } from './enterGroup.ts';

/** An expanded group: its frame behind what is in it, with a title to take hold of. */
export const GroupFrame = memo(function GroupFrame({ data, selected }: NodeProps<FrameFlowNode>) {
  const { id, group } = data;
  const isTarget = useDropTarget((state) => state.group === id);
  const fish = useDocuments((state) => {
    const document = activeTab(state)?.document;
    if (document === undefined) return 0;
    return nodesWithin(document, id).reduce((sum, node) => {
      const found = document.nodes[node];
      return sum + (found?.kind === 'fish' ? fishCount(found) : 0);
    }, 0);
  });
  const title = groupTitle(group);
  return (
    <div
      className={`group-frame ${selected ? 'selected' : ''} ${isTarget ? 'target' : ''}`}
      data-group={id}
      data-collapsed="false"
    >
      <NodeResizer
        isVisible={selected}
        minWidth={80}
        minHeight={60}
        onResizeEnd={(_event, box) => resizeGroup(id, box)}
      />
      <div className="group-title">
        <button
          type="button"
          className="nodrag"
          aria-label={t`Collapse ${title}`}
          title={t`Collapse to one node`}
          onClick={() => setCollapsed([id], true)}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Icon name="down" size={12} />
        </button>
        <b className="clip">{title}</b>
        {fish > 0 && <small>{counted(fish, '{0} fish', '{0} fish')}</small>}
        <button
          type="button"
          className="nodrag"
          aria-label={t`Enter ${title}`}
          title={t`Show this group alone`}
          onClick={() => enterGroup(id)}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Icon name="enter" size={12} />
        </button>
      </div>
    </div>
  );
}, showsTheSame);
