import { useMemo } from 'react';
import { t } from '#engine/core/text.ts';
import type { TopologyEvent } from '../live/liveRun.ts';
import { hearingGraph } from './hearingGraph.ts';
import { isLitBy, lightUp, useHighlight } from './highlight.ts';

interface HearingGraphProps {
  readonly event: TopologyEvent;
  readonly name: (id: string) => string;
  readonly side: number;
}

/** Who hears whom as a drawing: the stronger the trust the stronger the line; what is closed is dotted. */
export function HearingGraph({ event, name, side }: HearingGraphProps) {
  const { nodes, arcs } = useMemo(() => hearingGraph(event, side), [event, side]);
  const lit = useHighlight(({ fish }) => fish);
  const open = arcs.filter((arc) => arc.open > 0).length;
  const isAny = nodes.some(({ id }) => isLitBy(id, lit));
  return (
    <svg
      className="hearing-graph"
      width={side}
      height={side}
      role="img"
      aria-label={t`${nodes.length} nodes, ${open} of ${arcs.length} links open`}
    >
      <defs>
        <marker
          id="hearing-tip"
          viewBox="0 0 6 6"
          refX="5"
          refY="3"
          markerWidth="5"
          markerHeight="5"
          orient="auto"
        >
          <path d="M0 0L6 3L0 6z" />
        </marker>
      </defs>
      {arcs.map((arc) => {
        const near = isLitBy(arc.from, lit) || isLitBy(arc.to, lit);
        const strength = Math.sqrt(Math.max(0, Math.min(1, arc.trust)));
        return (
          <path
            key={`${arc.from} ${arc.to}`}
            className={arc.open > 0 ? 'open' : 'closed'}
            d={arc.path}
            style={{
              strokeWidth: arc.open > 0 ? 0.8 + 2.4 * strength : 1,
              opacity: isAny && !near ? 0.12 : arc.open > 0 ? 0.25 + 0.75 * strength : 0.35,
            }}
            markerEnd={arc.open > 0 ? 'url(#hearing-tip)' : undefined}
          />
        );
      })}
      {nodes.map(({ id, x, y, isMiddle }) => (
        <g
          key={id}
          className={`${isMiddle ? 'middle' : ''} ${isLitBy(id, lit) ? 'lit' : ''}`}
          onPointerEnter={() => lightUp(id)}
          onPointerLeave={() => lightUp(null)}
        >
          <circle cx={x} cy={y} r={6} />
          <text
            x={x + (isMiddle ? 11 : ((x - side / 2) / (side / 2)) * 14)}
            y={y + 3.5 + (isMiddle ? 0 : ((y - side / 2) / (side / 2)) * 22)}
            textAnchor={isMiddle || x > side / 2 + 4 ? 'start' : x < side / 2 - 4 ? 'end' : 'middle'}
          >
            {name(id)}
          </text>
        </g>
      ))}
    </svg>
  );
}
