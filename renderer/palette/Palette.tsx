import { type KeyboardEvent, useRef, useState } from 'react';
import { t } from '#engine/core/text.ts';
import { FAMILIES, type Family, type NodeKind } from '#engine/nodes/kind.ts';
import { NODE_KINDS } from '#engine/nodes/registry.ts';
import { canvasCentre } from '../canvas/canvasStore.ts';
import { COMMENT_DRAG, KIND_DRAG } from '../canvas/dropOnCanvas.ts';
import { KindGlyph } from '../canvas/KindGlyph.tsx';
import { searchKinds } from '../canvas/kindSearch.ts';
import { rememberKind } from '../canvas/recentKinds.ts';
import { addComment } from '../documents/commentEdits.ts';
import { addNode } from '../documents/graphEdits.ts';
import { Icon } from '../ui/Icon.tsx';
import { insertPiece } from './insertPiece.ts';
import { PieceItem } from './PieceItem.tsx';
import { searchPieces, usePieces } from './pieces.ts';
import './palette.css';

const FAMILY_NAMES: Record<Family, string> = {
  data: t`Data`,
  fish: t`Fish`,
  talk: t`Talk`,
  decide: t`Decide`,
  adapt: t`Adapt`,
  test: t`Test`,
  goal: t`Goal`,
};

const add = (kind: NodeKind): void => {
  rememberKind(kind.kind);
  addNode(kind.kind, canvasCentre().flow);
};

/** Every kind of node by family: drag one to the canvas, or press Enter on it. */
export function Palette() {
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const found = searchKinds(NODE_KINDS, text);
  const pieces = searchPieces(
    usePieces((state) => state.pieces),
    text,
  );
  const hasComment = t`Comment`.toLowerCase().includes(text.trim().toLowerCase());
  const families = FAMILIES.filter((family) => found.some((kind) => kind.family === family));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>('.palette-item') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement); // only compared
    const next = items[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div
      className="palette-panel"
      ref={list}
      onKeyDown={onKeyDown}
      role="toolbar"
      aria-label={t`Palette`}
      aria-orientation="vertical"
    >
      <div className="palette-search">
        <Icon name="search" size={14} />
        <input
          className="input"
          type="search"
          value={text}
          placeholder={t`Search nodes`}
          aria-label={t`Search nodes`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const first = found[0];
            const [piece] = pieces;
            if (event.key === 'Enter' && first !== undefined) add(first);
            else if (event.key === 'Enter' && piece !== undefined) insertPiece(piece, canvasCentre().flow);
            if (event.key === 'Escape') setText('');
          }}
        />
        <span className="kbd">/</span>
      </div>
      <div className="palette-list">
        {families.map((family) => (
          <div key={family}>
            <h2 className="section-title">{FAMILY_NAMES[family]}</h2>
            {found
              .filter((kind) => kind.family === family)
              .map((kind) => (
                <PaletteItem key={kind.kind} kind={kind} />
              ))}
          </div>
        ))}
        {hasComment && <CommentItem />}
        {pieces.length > 0 && (
          <div>
            <h2 className="section-title">{t`Mine`}</h2>
            {pieces.map((piece) => (
              <PieceItem key={piece.id} piece={piece} />
            ))}
          </div>
        )}
        {found.length + pieces.length === 0 && !hasComment && (
          <p className="palette-none">{t`No node is called “${text}”.`}</p>
        )}
      </div>
    </div>
  );
}

function PaletteItem({ kind }: { kind: NodeKind }) {
  return (
    <button
      type="button"
      className="palette-item"
      draggable
      data-kind={kind.kind}
      title={`${kind.help}\n${t`Drag it to the canvas, or press Enter.`}`}
      onDragStart={(event) => {
        event.dataTransfer.setData(KIND_DRAG, kind.kind);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={(event) => {
        // A keyboard press adds; a mouse click alone does not, or a failed drag would leave a node behind.
        if (event.detail === 0) add(kind);
      }}
      onDoubleClick={() => add(kind)}
    >
      <KindGlyph kind={kind.kind} />
      <b>{kind.label}</b>
    </button>
  );
}

/** A note on the canvas, among the kinds of node. */
function CommentItem() {
  const put = (): void => void addComment(canvasCentre().flow);
  return (
    <div>
      <h2 className="section-title">{t`Notes`}</h2>
      <button
        type="button"
        className="palette-item"
        draggable
        title={`${t`A note for people, saved with the swarm.`}\n${t`Drag it to the canvas, or press Enter.`}`}
        onDragStart={(event) => {
          event.dataTransfer.setData(COMMENT_DRAG, 'comment');
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={(event) => {
          if (event.detail === 0) put();
        }}
        onDoubleClick={put}
      >
        <span className="kind-glyph" style={{ color: 'var(--score)', width: 18 }}>
          <Icon name="note" size={16} />
        </span>
        <b>{t`Comment`}</b>
      </button>
    </div>
  );
}
