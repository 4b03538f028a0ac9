import { fishCount, linksOf, nodesOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { kindShape } from '#engine/exchange/kindShape.ts';
import { commentColour } from '../canvas/commentColour.ts';
import { kindColour, portColour, portsOf } from '../canvas/ports.ts';

const NODE = { width: 196, height: 104 };
const MARGIN = 24;

/** A small drawing of a swarm, from its graph. */
export function GraphPicture({ document }: { document: SwarmDocument }) {
  const nodes = nodesOf(document);
  const groups = Object.entries(document.groups);
  const comments = Object.entries(document.comments);
  const boxes = [
    ...nodes.map(([, { position }]) => ({ ...position, ...NODE })),
    ...[...groups, ...comments].map(([, { position, size }]) => ({ ...position, ...size })),
  ];
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN - top;
  return (
    <svg className="graph-picture" viewBox={`${left} ${top} ${width} ${height}`} aria-hidden="true">
      {groups.map(([id, { position, size }]) => (
        <rect key={id} className="graph-group" {...position} {...size} rx="30" />
      ))}
      {comments.map(([id, { position, size, colour }]) => (
        <rect
          key={id}
          className="graph-comment"
          {...position}
          {...size}
          rx="14"
          style={{ fill: commentColour(colour) }}
        />
      ))}
      {linksOf(document).map(([id, link]) => {
        const from = document.nodes[link.from.node]?.position;
        const to = document.nodes[link.to.node]?.position;
        if (from === undefined || to === undefined) return null;
        const port = portsOf(document, link.from.node).find(
          (spec) => spec.direction === 'out' && spec.id === link.from.port,
        );
        const x1 = from.x + NODE.width;
        const y1 = from.y + NODE.height / 2;
        const y2 = to.y + NODE.height / 2;
        const bend = Math.max(50, Math.abs(to.x - x1) / 2);
        return (
          <path
            key={id}
            className="graph-link"
            d={`M${x1} ${y1}C${x1 + bend} ${y1} ${to.x - bend} ${y2} ${to.x} ${y2}`}
            style={{ stroke: port === undefined ? 'var(--text3)' : portColour(port.type) }}
          />
        );
      })}
      {nodes.map(([id, node]) => (
        <g
          key={id}
          transform={`translate(${node.position.x} ${node.position.y})`}
          style={{ color: kindColour(node.kind) }}
        >
          <rect className="graph-node" width={NODE.width} height={NODE.height} rx="22" />
          {node.kind === 'fish' ? (
            <FishRow count={fishCount(node)} />
          ) : (
            <path
              d={kindShape(node.kind)}
              fill="currentColor"
              fillRule="evenodd"
              transform={`translate(${NODE.width / 2 - 31} ${NODE.height / 2 - 21}) scale(3.5)`}
            />
          )}
        </g>
      ))}
    </svg>
  );
}

const FISH = 'M1 7C5 1 12 .5 17 5.4L22.6 1.6c.5 3.6.5 7.2 0 10.8L17 8.6C12 13.5 5 13 1 7Z';
const A_ROW = 4;
const MOST = 8;

function FishRow({ count }: { count: number }) {
  const shown = Math.min(count, MOST);
  const rows = Math.ceil(shown / A_ROW);
  const scale = shown === 1 ? 3.2 : 1.5;
  return Array.from({ length: shown }, (_, index) => {
    const row = Math.floor(index / A_ROW);
    const inRow = Math.min(A_ROW, shown - row * A_ROW);
    const x = NODE.width / 2 + ((index % A_ROW) - (inRow - 1) / 2) * 42 - 12 * scale;
    const y = NODE.height / 2 + (row - (rows - 1) / 2) * 34 - 7 * scale;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the fish of a picture have no identity
      <path key={index} d={FISH} fill="currentColor" transform={`translate(${x} ${y}) scale(${scale})`} />
    );
  });
}
