import { Command } from 'cmdk';
import { useState } from 'react';
import { counted, t } from '#engine/core/text.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { NodeKind } from '#engine/nodes/kind.ts';
import { NODE_KINDS } from '#engine/nodes/registry.ts';
import { addComment } from '../documents/commentEdits.ts';
import { addNode } from '../documents/graphEdits.ts';
import { useActiveDocument } from '../documents/store.ts';
import { insertPiece } from '../palette/insertPiece.ts';
import { searchPieces, usePieces } from '../palette/pieces.ts';
import { FloatingBox } from '../ui/FloatingBox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { closeQuickAdd, type PortEnd, type QuickAddRequest, useCanvas } from './canvasStore.ts';
import { focusNode } from './focusItem.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { kindsThatFit, recentFirst, searchKinds } from './kindSearch.ts';
import { nodeTitle, portsOf } from './ports.ts';
import { rememberKind, useRecentKinds } from './recentKinds.ts';
import '../ui/commandList.css';

const WIDTH = 300;
/** The search, ten lines of kinds, and three of help. */
const HEIGHT = 424;

/** A small search at the pointer that adds a node; after a dropped link only kinds that fit it. */
export function QuickAdd() {
  const request = useCanvas((state) => state.quickAdd);
  const document = useActiveDocument();
  return request === null || document === null ? null : <QuickAddBox request={request} document={document} />;
}

function QuickAddBox({ request, document }: { request: QuickAddRequest; document: SwarmDocument }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  // As it was when the search opened: a list that changes under the hand is no help.
  const [recent] = useState(() => useRecentKinds.getState().kinds);
  const { fit, screen, flow } = request;
  const fitting = kindsThatFit(document, fit);
  const found = searchKinds(fitting, text);
  const mine = usePieces((state) => state.pieces);
  // A piece has no one port that a link could end at, and neither has a comment.
  const pieces = fit === null ? searchPieces(mine, text.trim()) : [];
  const hasComment = fit === null && t`Comment`.toLowerCase().includes(text.trim().toLowerCase());
  const [recents, others] = text.trim() === '' ? recentFirst(found, recent) : [[], found];
  const help = found.find(({ kind }) => kind === chosen)?.help;
  const add = ({ kind }: NodeKind): void => {
    closeQuickAdd();
    rememberKind(kind);
    const id = addNode(kind, flow, fit);
    if (id !== null) focusNode(id);
  };
  const row = (kind: NodeKind) => (
    <Command.Item key={kind.kind} value={kind.kind} onSelect={() => add(kind)}>
      <KindGlyph kind={kind.kind} />
      <span className="command-text">
        <b>{kind.label}</b>
        <small>{kind.help}</small>
      </span>
    </Command.Item>
  );
  return (
    <FloatingBox
      label={t`Add a node`}
      at={{ x: screen.x - 20, y: screen.y - 16 }}
      width={WIDTH}
      height={HEIGHT}
      onClose={closeQuickAdd}
    >
      <Command shouldFilter={false} label={t`Add a node`} loop value={chosen} onValueChange={setChosen}>
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={fit === null ? t`Add a node…` : t`Add a node that fits this port…`}
        />
        <Command.List>
          <Command.Empty>{whyNone(document, fit, fitting, text)}</Command.Empty>
          {recents.length > 0 && <Command.Group heading={t`Added last`}>{recents.map(row)}</Command.Group>}
          {recents.length > 0 && others.length > 0 ? (
            <Command.Group heading={t`All kinds`}>{others.map(row)}</Command.Group>
          ) : (
            others.map(row)
          )}
          {pieces.map((piece) => (
            <Command.Item
              key={piece.id}
              value={`piece ${piece.id}`}
              onSelect={() => {
                closeQuickAdd();
                insertPiece(piece, flow);
              }}
            >
              <Icon name="star" size={16} />
              <span className="command-text">
                <b>{piece.name}</b>
                <small>{t`Of your own: ${counted(Object.keys(piece.document.nodes).length, '{0} node', '{0} nodes')}.`}</small>
              </span>
            </Command.Item>
          ))}
          {hasComment && (
            <Command.Item
              value="comment"
              onSelect={() => {
                closeQuickAdd();
                addComment(flow);
              }}
            >
              <Icon name="note" size={16} />
              <span className="command-text">
                <b>{t`Comment`}</b>
                <small>{t`A note on the canvas.`}</small>
              </span>
            </Command.Item>
          )}
        </Command.List>
        {help !== undefined && (
          <p className="floating-note" aria-live="polite">
            {help}
          </p>
        )}
      </Command>
    </FloatingBox>
  );
}

/** Why the list is empty: no kind has such a name, or those that have do not fit the port. */
function whyNone(
  document: SwarmDocument,
  fit: PortEnd | null,
  fitting: readonly NodeKind[],
  text: string,
): string {
  const node = fit === null ? undefined : document.nodes[fit.node];
  const port =
    fit === null
      ? undefined
      : portsOf(document, fit.node).find(
          ({ id, direction }) => id === fit.port && direction === fit.direction,
        );
  if (fit === null || node === undefined || port === undefined)
    return t`No kind of node is called “${text}”.`;
  const what = t`${port.label} of ${nodeTitle(node)}`;
  if (fitting.length === 0) return t`No kind of node fits ${what}.`;
  const meant = searchKinds(NODE_KINDS, text)[0];
  if (meant === undefined) return t`No kind of node is called “${text}”.`;
  return fit.direction === 'out'
    ? t`${meant.label} takes no ${port.type} of ${nodeTitle(node)}, so it does not fit ${what}.`
    : t`${meant.label} gives no ${port.type} that ${nodeTitle(node)} takes, so it does not fit ${what}.`;
}
