import type { NodeProps } from '@xyflow/react';
import { memo, useRef } from 'react';
import type { NodeId } from '#engine/core/brand.ts';
import type { PortSpec } from '#engine/nodes/kind.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useShownRun } from '../documents/useShown.ts';
import { nodeWord } from '../live/nodeWord.ts';
import { allDead } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { useProblems } from '../problems/problems.ts';
import { lightUp, useHighlight } from '../runs/highlight.ts';
import { AnswerBubble } from './AnswerBubble.tsx';
import { NodeBody } from './bodies/NodeBody.tsx';
import { useCanvas } from './canvasStore.ts';
import { FishToolbar } from './FishToolbar.tsx';
import type { SwarmFlowNode } from './flowGraph.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { linkedPorts } from './linkedPorts.ts';
import { NodeAbout } from './NodeAbout.tsx';
import { NodeSight, useNodeSight } from './nodeSight.ts';
import { PortHandle } from './PortHandle.tsx';
import { ProblemChip } from './ProblemChip.tsx';
import { badgeOf, nodeTitle } from './ports.ts';
import { StatusRing } from './StatusRing.tsx';
import { showsTheSame } from './showsTheSame.ts';

const FIRST_PORT = 36;
const PORT_STEP = 18;

/** A node of the swarm: title, badge, what it shows, and its ports. Its place is its wrapper's, so a move renders nothing here. */
export const SwarmNodeView = memo(function SwarmNodeView({
  id: flowId,
  data,
  selected,
}: NodeProps<SwarmFlowNode>) {
  const id = flowId as NodeId; // flow ids of swarm nodes are node ids
  const { node, ports } = data;
  const element = useRef<HTMLDivElement>(null);
  const sight = useNodeSight(element);
  const dead = useRun(useShownRun(), (run) => allDead(run, id)) ?? false;
  // As text, so that the same word is the same.
  const said = useRun(useShownRun(), (run) => JSON.stringify(nodeWord(run, id))) ?? 'null';
  const word = JSON.parse(said) as ReturnType<typeof nodeWord>; // written in the line above
  const broken = useProblems(
    ({ byNode }) => byNode.get(id)?.some(({ severity }) => severity === 'error') ?? false,
  );
  const aside = useCanvas(({ connecting }) => {
    if (connecting === null || connecting.from.node === id) return false;
    return !ports.some((port) => connecting.verdicts.get(`${id}/${port.direction}/${port.id}`) === null);
  });
  const lit = useHighlight(({ fish }) => fish === id);
  const rows = Math.max(count(ports, 'in'), count(ports, 'out'), 1);
  const state = `${selected ? 'selected' : ''} ${dead ? 'dead' : ''} ${broken ? 'broken' : ''} ${aside ? 'aside' : ''} ${lit ? 'lit' : ''}`;
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
      <div className="node-head">
        <KindGlyph kind={node.kind} />
        <div className="node-names">
          <span className="node-title">{nodeTitle(node)}</span>
          {word === null && <small>{badgeOf(node)}</small>}
        </div>
        <NodeSight value={sight}>
          <StatusRing node={id} />
        </NodeSight>
        {word !== null && <span className={`pill ${word.tone}`}>{word.word}</span>}
      </div>
      <div className="node-body">
        <NodeSight value={sight}>
          <NodeBody id={id} node={node} />
        </NodeSight>
      </div>
      <ProblemChip node={id} />
      <NodeAbout node={id} badge={badgeOf(node)} selected={selected === true} />
      <AnswerBubble node={id} />
      {selected && node.kind === 'fish' && <FishToolbar node={id} />}
      <Ports id={id} ports={ports} />
    </div>
  );
}, showsTheSame);

const count = (ports: readonly PortSpec[], direction: PortSpec['direction']): number =>
  ports.filter((port) => port.direction === direction).length;

function Ports({ id, ports }: { id: NodeId; ports: readonly PortSpec[] }) {
  // One string, so that a node renders again only when its own links change.
  const linked = useDocuments((state) => {
    const document = activeTab(state)?.document;
    return document === undefined ? '' : (linkedPorts(document).get(id) ?? '');
  });
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
