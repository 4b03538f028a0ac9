import type { NodeProps } from '@xyflow/react';
import { memo, useLayoutEffect, useRef } from 'react';
import type { NodeId } from '#engine/core/brand.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import type { PortSpec } from '#engine/nodes/kind.ts';
import { nodeLooks } from '../live/nodeLooks.ts';
import { nodeProblems } from '../problems/problems.ts';
import { lightUp, litUp } from '../runs/highlight.ts';
import { useById } from '../ui/followById.ts';
import { AnswerBubble } from './AnswerBubble.tsx';
import { NodeBody } from './bodies/NodeBody.tsx';
import { bodyHeight, isBodyHeightKnown, keepBodyHeight } from './bodyHeights.ts';
import { FACE_GLYPH } from './canvasSettings.ts';
import { useCanvas } from './canvasStore.ts';
import type { SwarmFlowNode } from './flow/flowNode.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { linkedPortsByNode } from './linkedPorts.ts';
import { NodeAbout } from './NodeAbout.tsx';
import { NodeSight, useNodeSight } from './nodeSight.ts';
import { PortHandle } from './PortHandle.tsx';
import { ProblemSign } from './ProblemSign.tsx';
import { badgeOf, kindColour, nodeTitle } from './ports.ts';
import { StatusRing } from './StatusRing.tsx';
import { hasTheSameData } from './showsTheSame.ts';
import './swarmNode.css';
import './nodeFace.css';

const FIRST_PORT = 36;
const PORT_STEP = 18;
/** Pixels of the glyph that stands for a node which is too far away to be read. */

/**
 * A node of the swarm: title, badge, what it shows, and its ports; from far away its glyph and name, large, in the colour of
 * its state. Its place, and that it is selected, are its wrapper's, so that neither renders anything here. What stands under the title is drawn when the
 * node first comes near the view.
 */
export const SwarmNodeView = memo(function SwarmNodeView({ id: flowId, data }: NodeProps<SwarmFlowNode>) {
  const id = flowId as NodeId; // flow ids of swarm nodes are node ids
  const { node, ports } = data;
  const element = useRef<HTMLDivElement>(null);
  const { sight, drawn } = useNodeSight(id, element);
  const look = useById(nodeLooks, id);
  const problems = useById(nodeProblems, id);
  const linked = useById(linkedPortsByNode, id) ?? '';
  const lit = useById(litUp, id) ?? false;
  const aside = useCanvas(({ connecting }) => {
    if (connecting === null || connecting.from.node === id) return false;
    return !ports.some((port) => connecting.verdicts.get(`${id}/${port.direction}/${port.id}`) === null);
  });
  const broken = problems?.some(({ severity }) => severity === 'error') ?? false;
  const rows = Math.max(count(ports, 'in'), count(ports, 'out'), 1);
  const state = `${look?.dead ? 'dead' : ''} ${broken ? 'broken' : ''} ${aside ? 'aside' : ''} ${lit ? 'lit' : ''}`;
  const title = nodeTitle(node);
  const badge = badgeOf(node);
  const word = look?.word ?? null;
  return (
    <div
      ref={element}
      className={`node ${node.kind} ${state}`}
      style={{ minHeight: FIRST_PORT + rows * PORT_STEP - 4 }}
      data-node={id}
      data-kind={node.kind}
      onPointerEnter={() => lightUp(id)}
      onPointerLeave={() => lightUp(null)}
    >
      <div
        className={`node-face ${look?.tone ?? ''}`}
        style={{ color: kindColour(node.kind) }}
        aria-hidden="true"
      >
        <KindGlyph kind={node.kind} width={FACE_GLYPH} />
        <b>{title}</b>
      </div>
      <div className="node-head">
        <KindGlyph kind={node.kind} />
        <div className="node-names">
          <span className="node-title" title={title}>
            {title}
          </span>
          {word === null && <small>{badge}</small>}
        </div>
        {drawn && (
          <NodeSight value={sight}>
            <StatusRing node={id} />
          </NodeSight>
        )}
        {word !== null && <span className={`pill ${word.tone}`}>{word.word}</span>}
      </div>
      {drawn ? (
        <NodeSight value={sight}>
          <Insides id={id} node={node} />
        </NodeSight>
      ) : (
        <div style={{ height: bodyHeight(node.kind) }} />
      )}
      {problems !== undefined && (
        <span className="problem-chip">
          <ProblemSign problems={problems} />
        </span>
      )}
      <NodeAbout node={id} parts={[badge, word?.word ?? '']} linked={linked} problems={problems} />
      <Ports id={id} ports={ports} linked={linked} />
    </div>
  );
}, hasTheSameData);

/** What stands under the title, and below the node. */
function Insides({ id, node }: { id: NodeId; node: SwarmNode }) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (body.current !== null && !isBodyHeightKnown(node.kind))
      keepBodyHeight(node.kind, body.current.offsetHeight);
  }, [node.kind]);
  return (
    <>
      <div ref={body} className="node-body">
        <NodeBody id={id} node={node} />
      </div>
      <AnswerBubble node={id} />
    </>
  );
}

const count = (ports: readonly PortSpec[], direction: PortSpec['direction']): number =>
  ports.filter((port) => port.direction === direction).length;

interface PortsProps {
  readonly id: NodeId;
  readonly ports: readonly PortSpec[];
  /** See `linkedPorts`. */
  readonly linked: string;
}

function Ports({ id, ports, linked }: PortsProps) {
  const taken = new Set(linked.split(' '));
  const rows = { in: 0, out: 0 };
  return ports.map((port) => {
    const row = rows[port.direction];
    rows[port.direction] += 1;
    const key = `${port.direction}/${port.id}`;
    return (
      <PortHandle
        key={key}
        node={id}
        port={port}
        top={FIRST_PORT + row * PORT_STEP}
        linked={taken.has(key)}
      />
    );
  });
}
