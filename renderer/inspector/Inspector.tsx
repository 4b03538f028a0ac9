import { activeTab, nothingSelected, useDocuments } from '../documents/store.ts';
import { DocumentInspector } from './DocumentInspector.tsx';
import './inspector.css';
import { LinkInspector } from './LinkInspector.tsx';
import { NodeInspector } from './NodeInspector.tsx';
import { SeveralInspector } from './SeveralInspector.tsx';

/** The form of what is selected; of the whole swarm while nothing is. */
export function Inspector() {
  const selection = useDocuments((state) => activeTab(state)?.selection ?? nothingSelected);
  const { nodes, links } = selection;
  const [node] = nodes;
  const [link] = links;
  return (
    <div className="inspector-panel">
      {nodes.length + links.length > 1 ? (
        <SeveralInspector selection={selection} />
      ) : node !== undefined ? (
        <NodeInspector key={node} id={node} />
      ) : link !== undefined ? (
        <LinkInspector key={link} id={link} />
      ) : (
        <DocumentInspector />
      )}
    </div>
  );
}
