import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { counted, t } from '#engine/core/text.ts';
import { addComment } from '../documents/commentEdits.ts';
import { addNode } from '../documents/graphEdits.ts';
import { currentTab } from '../documents/store.ts';
import { insertPiece } from '../palette/insertPiece.ts';
import { searchPieces, usePieces } from '../palette/pieces.ts';
import { Icon } from '../ui/Icon.tsx';
import { closeQuickAdd, type QuickAddRequest, useCanvas } from './canvasStore.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { kindsThatFit, searchKinds } from './kindSearch.ts';
import '../ui/commandList.css';

const WIDTH = 280;
const HEIGHT = 320;

/** A small search at the pointer that adds a node; after a dropped link only kinds that fit it. */
export function QuickAdd() {
  const request = useCanvas((state) => state.quickAdd);
  return request === null ? null : <QuickAddBox request={request} />;
}

function QuickAddBox({ request }: { request: QuickAddRequest }) {
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const { fit, screen, flow } = request;
  const tab = currentTab();
  const fitting = tab === null ? [] : kindsThatFit(tab.document, fit);
  const found = searchKinds(fitting, text);
  const mine = usePieces((state) => state.pieces);
  // A piece has no one port that a link could end at, and neither has a comment.
  const pieces = fit === null ? searchPieces(mine, text.trim()) : [];
  const note = fit === null && t`Comment`.toLowerCase().includes(text.trim().toLowerCase());

  useEffect(() => {
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) closeQuickAdd();
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, []);

  return (
    <div
      ref={box}
      className="quick-add"
      role="dialog"
      aria-label="Add a node"
      style={{
        left: Math.max(8, Math.min(screen.x - 20, window.innerWidth - WIDTH - 8)),
        top: Math.max(8, Math.min(screen.y - 16, window.innerHeight - HEIGHT)),
      }}
    >
      <Command
        shouldFilter={false}
        label="Add a node"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          closeQuickAdd();
        }}
      >
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={fit === null ? 'Add a node…' : 'Add a node that fits this port…'}
        />
        <Command.List>
          <Command.Empty>
            {fitting.length === 0 ? 'No kind of node fits this port.' : `No node is called “${text}”.`}
          </Command.Empty>
          {found.map((kind) => (
            <Command.Item
              key={kind.kind}
              value={kind.kind}
              onSelect={() => {
                closeQuickAdd();
                addNode(kind.kind, flow, fit);
              }}
            >
              <KindGlyph kind={kind.kind} />
              <span className="command-text">
                <b>{kind.label}</b>
                <small>{kind.help}</small>
              </span>
            </Command.Item>
          ))}
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
          {note && (
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
      </Command>
    </div>
  );
}
