import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import { counted, t } from '#engine/core/text.ts';
import { groupTitle, setCollapsed } from '../../documents/groupEdits.ts';
import { groupFish } from '../../documents/groupFish.ts';
import { resizeGroup } from '../../documents/resizeThings.ts';
import { activeTab, nothingSelected, selectionSize, useDocuments } from '../../documents/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { FrameFlowNode } from '../flow/flowNode.ts';
import { hasTheSameData } from '../showsTheSame.ts';
import { useDropTarget } from './dropTarget.ts';
import { enterGroup } from './enterGroup.ts';

/** An expanded group: its frame behind what is in it, with a title to take hold of. */
export const GroupFrame = memo(function GroupFrame({ data }: NodeProps<FrameFlowNode>) {
  const { id, group } = data;
  const isTarget = useDropTarget((state) => state.group === id);
  const fish = useDocuments((state) => {
    const document = activeTab(state)?.document;
    return document === undefined ? 0 : (groupFish(document).get(id) ?? 0);
  });
  // A frame among many that are selected is not resized.
  const alone = useDocuments((state) => {
    const selection = activeTab(state)?.selection ?? nothingSelected;
    return selectionSize(selection) === 1 && selection.groups[0] === id;
  });
  const title = groupTitle(group);
  return (
    <div className={`group-frame ${isTarget ? 'target' : ''}`} data-group={id} data-collapsed="false">
      <NodeResizer
        isVisible={alone}
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
}, hasTheSameData);
