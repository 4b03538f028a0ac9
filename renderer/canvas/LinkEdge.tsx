import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { memo } from 'react';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { useShownRun } from '../documents/useShown.ts';
import { isComputing } from '../live/liveRun.ts';
import { allDead } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { useProblems } from '../problems/problems.ts';
import { Icon } from '../ui/Icon.tsx';
import type { FlowEdge } from './flowGraph.ts';
import { portColour } from './ports.ts';

/** Stroke width of a link: 0 is a hair, 1 the normal width, the strongest four times that. */
export const linkWidth = (strength: number): number =>
  Math.min(6, 1 + 1.2 * Math.sqrt(Math.max(0, strength)));

/** A link: colour by type, width by strength, dots while messages pass, broken where an end is dead. */
export const LinkEdge = memo(function LinkEdge(props: EdgeProps<FlowEdge>) {
  const { id: flowId, data, source, target, selected } = props;
  const id = flowId as LinkId; // flow ids of edges are link ids
  const [path, labelX, labelY] = getBezierPath(props);
  const runId = useShownRun();
  const broken =
    useRun(runId, (run) => allDead(run, source as NodeId) || allDead(run, target as NodeId)) ?? false; // flow ids of nodes
  const moving = useRun(runId, (run) => isComputing(run.state)) ?? false;
  const problem = useProblems(({ byLink }) => byLink.get(id)?.[0]);
  if (data === undefined) return null;
  const { strength, every } = data.link.params;
  const control = data.type === 'control';
  const notes = [strength === 1 ? '' : `× ${strength}`, every === 1 ? '' : `every ${every}`].filter(
    (note) => note !== '',
  );
  return (
    <g
      className={`link ${broken ? 'broken' : ''} ${control ? 'control' : ''} ${selected ? 'selected' : ''} ${problem ? 'faulty' : ''}`}
    >
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={18}
        style={{ stroke: problem ? 'var(--bad)' : portColour(data.type), strokeWidth: linkWidth(strength) }}
      />
      {moving && !broken && !control && (
        <path className="link-dots" d={path} style={{ stroke: portColour(data.type) }} />
      )}
      {(notes.length > 0 || problem !== undefined) && (
        <EdgeLabelRenderer>
          <div
            className={`link-label ${problem ? 'faulty' : ''}`}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
            title={problem?.message}
          >
            {problem !== undefined && <Icon name="error" size={12} />}
            {notes.join(' · ')}
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});
