import { type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo, useMemo } from 'react';
import type { FlowEdge } from './flow/flowNode.ts';
import { LinkView } from './LinkView.tsx';
import { LinkCourse } from './linkCourse.tsx';

type LinkEdgeProps = EdgeProps<FlowEdge>;

/** Whether it is drawn the same: that it is selected is told by its wrapper. */
const isDrawnTheSame = (a: LinkEdgeProps, b: LinkEdgeProps): boolean =>
  a.id === b.id &&
  a.data === b.data &&
  a.source === b.source &&
  a.target === b.target &&
  a.sourceX === b.sourceX &&
  a.sourceY === b.sourceY &&
  a.targetX === b.targetX &&
  a.targetY === b.targetY;

/** A link: colour by type, width by strength, dots while messages pass, broken where an end is dead. */
export const LinkEdge = memo(function LinkEdge(props: LinkEdgeProps) {
  const { id, source, target, data } = props;
  const [path, x, y] = getBezierPath(props);
  const course = useMemo(() => ({ path, x, y }), [path, x, y]);
  if (data === undefined) return null;
  return (
    <LinkCourse value={course}>
      <LinkView id={id} source={source} target={target} data={data} />
    </LinkCourse>
  );
}, isDrawnTheSame);
