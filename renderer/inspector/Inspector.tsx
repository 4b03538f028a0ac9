import { activeTab, nothingSelected, selectionSize, useDocuments } from '../documents/store.ts';
import { CommentInspector } from './CommentInspector.tsx';
import { DocumentInspector } from './DocumentInspector.tsx';
import { GroupInspector } from './GroupInspector.tsx';
import './inspector.css';
import { LinkInspector } from './LinkInspector.tsx';
import { NodeInspector } from './NodeInspector.tsx';
import { SeveralInspector } from './SeveralInspector.tsx';

/** The form of what is selected; of the whole swarm while nothing is. */
export function Inspector() {
  const selection = useDocuments((state) => activeTab(state)?.selection ?? nothingSelected);
  const { nodes, links, groups, comments } = selection;
  const [group] = groups;
  const [comment] = comments;
  const [node] = nodes;
  const [link] = links;
  return (
    <div className="inspector-panel">
      {selectionSize(selection) > 1 ? (
        <SeveralInspector selection={selection} />
      ) : node !== undefined ? (
        <NodeInspector key={node} id={node} />
      ) : link !== undefined ? (
        <LinkInspector key={link} id={link} />
      ) : group !== undefined ? (
        <GroupInspector key={group} id={group} />
      ) : comment !== undefined ? (
        <CommentInspector key={comment} id={comment} />
      ) : (
        <DocumentInspector />
      )}
    </div>
  );
}
