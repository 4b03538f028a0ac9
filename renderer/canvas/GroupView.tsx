import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { GroupFlowNode } from './flowGraph.ts';

/** The frame of a group, behind its nodes. */
export const GroupView = memo(function GroupView({ data }: NodeProps<GroupFlowNode>) {
  return (
    <div className="group-frame">
      <span>{data.group.name}</span>
    </div>
  );
});
