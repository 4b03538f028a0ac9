import { type Edge, type Node, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';

/** The same graph as the canvas library draws it by itself: a box with a title for each node, default edges. */
export interface BareScene {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly links: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

declare global {
  interface Window {
    showBare(scene: BareScene): void;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
const page = createRoot(root);
window.showBare = ({ nodes, links }) => {
  const flowNodes = nodes.map(({ id, x, y }): Node => ({ id, position: { x, y }, data: { label: id } }));
  const flowEdges = links.map(({ id, from, to }): Edge => ({ id, source: from, target: to }));
  page.render(
    <ReactFlow defaultNodes={flowNodes} defaultEdges={flowEdges} fitView minZoom={0.04} maxZoom={2.5} />,
  );
};
