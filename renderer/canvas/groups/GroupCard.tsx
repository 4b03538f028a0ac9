import type { NodeProps } from '@xyflow/react';
import { memo, useMemo, useRef } from 'react';
import { counted, t } from '#engine/core/text.ts';
import { fishCount } from '#engine/document/graph.ts';
import { nodesWithin } from '#engine/document/groups.ts';
import { groupTitle, setCollapsed } from '../../documents/groupEdits.ts';
import { groupDocument } from '../../documents/partDocument.ts';
import { useActiveDocument } from '../../documents/store.ts';
import { GraphPicture } from '../../gallery/GraphPicture.tsx';
import { useProblems } from '../../problems/problems.ts';
import { Icon } from '../../ui/Icon.tsx';
import { FACE_GLYPH } from '../canvasSettings.ts';
import { portKey, useCanvas } from '../canvasStore.ts';
import type { CardFlowNode, ShownPort } from '../flow/flowNode.ts';
import { groupFlowId, handleOf } from '../flowIds.ts';
import { NodeSight, useNodeSight } from '../nodeSight.ts';
import { PortHandle } from '../PortHandle.tsx';
import { ProblemSign } from '../ProblemSign.tsx';
import { hasTheSameData } from '../showsTheSame.ts';
import { GroupMetrics } from './GroupMetrics.tsx';
import { problemsWithin } from './problemsWithin.ts';
import '../swarmNode.css';
import '../bodies/nodeBody.css';

const FIRST_PORT = 46;
const PORT_STEP = 18;

/** A collapsed group: one node with the ports of its border, a small picture of what is in it, and how that does. */
export const GroupCard = memo(function GroupCard({ data }: NodeProps<CardFlowNode>) {
  const { id, group, ports } = data;
  const element = useRef<HTMLDivElement>(null);
  const { sight } = useNodeSight(groupFlowId(id), element);
  const document = useActiveDocument();
  const nodes = useMemo(() => (document === null ? [] : nodesWithin(document, id)), [document, id]);
  const picture = useMemo(
    () => (document === null || nodes.length === 0 ? null : groupDocument(document, id)),
    [document, nodes, id],
  );
  const fish = nodes.reduce((sum, node) => {
    const found = document?.nodes[node];
    return sum + (found?.kind === 'fish' ? fishCount(found) : 0);
  }, 0);
  const aside = useCanvas(
    ({ connecting }) =>
      connecting !== null &&
      !nodes.includes(connecting.from.node) &&
      ![...connecting.verdicts].some(
        ([key, reason]) => reason === null && nodes.some((node) => key.startsWith(`${node}/`)),
      ),
  );
  const problems = useProblems((all) => all);
  const own = useMemo(
    () => (document === null ? [] : problemsWithin(document, problems, id)),
    [document, problems, id],
  );
  const broken = own.some(({ severity }) => severity === 'error');
  const title = groupTitle(group);
  const ways = {
    in: ports.filter(({ end }) => end.direction === 'in'),
    out: ports.filter(({ end }) => end.direction === 'out'),
  };
  const rows = Math.max(ways.in.length, ways.out.length);
  return (
    <div
      ref={element}
      className={`node group-card ${broken ? 'broken' : ''} ${aside ? 'aside' : ''}`}
      data-group={id}
      data-collapsed="true"
    >
      <div className="node-face" aria-hidden="true">
        <Icon name="group" size={FACE_GLYPH} />
        <b>{title}</b>
      </div>
      <div className="node-head">
        <button
          type="button"
          className="group-fold nodrag"
          aria-label={t`Expand ${title}`}
          title={t`Show what is in it`}
          onClick={() => setCollapsed([id], false)}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Icon name="chevron" size={12} />
        </button>
        <span className="node-title">{title}</span>
        <small>
          {fish > 0 ? counted(fish, '{0} fish', '{0} fish') : counted(nodes.length, '{0} node', '{0} nodes')}
        </small>
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={`${keyOf(ways.in[row])} ${keyOf(ways.out[row])}`} className="group-port-row">
          <PortLabel port={ways.in[row]} />
          <PortLabel port={ways.out[row]} />
        </div>
      ))}
      <div className="group-picture">{picture !== null && <GraphPicture document={picture} />}</div>
      <div className="node-body">
        <NodeSight value={sight}>
          <GroupMetrics nodes={nodes} />
        </NodeSight>
      </div>
      {own.length > 0 && (
        <span className="problem-chip">
          <ProblemSign problems={own} />
        </span>
      )}
      {(['in', 'out'] as const).flatMap((direction) =>
        ways[direction].map(({ end, spec, label }, row) => (
          <PortHandle
            key={portKey(end)}
            node={end.node}
            port={spec}
            top={FIRST_PORT + row * PORT_STEP}
            linked
            as={{ handle: handleOf(end.node, end.port), label }}
          />
        )),
      )}
    </div>
  );
}, hasTheSameData);

const keyOf = (port: ShownPort | undefined): string => (port === undefined ? '' : portKey(port.end));

function PortLabel({ port }: { port: ShownPort | undefined }) {
  return (
    <span className="clip" title={port?.label}>
      {port?.label}
    </span>
  );
}
