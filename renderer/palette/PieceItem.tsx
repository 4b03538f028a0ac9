import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { toShuuraiError } from '#engine/core/errors.ts';
import { counted, t } from '#engine/core/text.ts';
import { canvasCentre } from '../canvas/canvasStore.ts';
import { openDialog } from '../dialogs/dialogs.ts';
import { GraphPicture } from '../gallery/GraphPicture.tsx';
import { Icon } from '../ui/Icon.tsx';
import { notify } from '../ui/notices.ts';
import { exportPiece } from './exportPiece.ts';
import { insertPiece, PIECE_DRAG } from './insertPiece.ts';
import { deletePiece, type Piece, savePiece } from './pieces.ts';

const say = (thrown: unknown): void => notify(toShuuraiError(thrown).message, 'bad');

/** One of the person's own pieces: drag it to the canvas, or press Enter on it; its menu renames, exports and deletes it. */
export function PieceItem({ piece }: { piece: Piece }) {
  const [renaming, setRenaming] = useState(false);
  const nodes = Object.keys(piece.document.nodes).length;
  if (renaming) return <NameBox piece={piece} onEnd={() => setRenaming(false)} />;
  return (
    <div className="piece-item" data-piece={piece.id}>
      <button
        type="button"
        className="palette-item"
        draggable
        title={`${counted(nodes, '{0} node', '{0} nodes')}\n${t`Drag it to the canvas, or press Enter.`}`}
        onDragStart={(event) => {
          event.dataTransfer.setData(PIECE_DRAG, piece.id);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={(event) => {
          if (event.detail === 0) insertPiece(piece, canvasCentre().flow); // see Palette.tsx
        }}
        onDoubleClick={() => insertPiece(piece, canvasCentre().flow)}
      >
        <span className="piece-picture">
          <GraphPicture document={piece.document} />
        </span>
        <b>{piece.name}</b>
      </button>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger asChild>
          <button
            type="button"
            className="btn quiet icon piece-more"
            aria-label={t`More about ${piece.name}`}
          >
            <Icon name="more" size={14} />
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" collisionPadding={8}>
            <DropdownMenu.Item className="menu-item" onSelect={() => insertPiece(piece, canvasCentre().flow)}>
              <Icon name="plus" size={14} />
              {t`Insert`}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => setRenaming(true)}>
              <span className="menu-gap" />
              {t`Rename`}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" onSelect={() => void exportPiece(piece)}>
              <Icon name="save" size={14} />
              {t`Export as a file`}
            </DropdownMenu.Item>
            <DropdownMenu.Item
              className="menu-item danger"
              onSelect={() =>
                openDialog({
                  kind: 'confirm',
                  title: t`Delete ${piece.name}`,
                  text: t`It goes from the palette for good. Swarms it was used in keep their copies.`,
                  action: t`Delete`,
                  loses: true,
                  onConfirm: () => void deletePiece(piece.id).catch(say),
                })
              }
            >
              <Icon name="trash" size={14} />
              {t`Delete`}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    </div>
  );
}

function NameBox({ piece, onEnd }: { piece: Piece; onEnd: () => void }) {
  const [name, setName] = useState(piece.name);
  const keep = (): void => {
    const wanted = name.trim();
    onEnd();
    if (wanted !== '' && wanted !== piece.name) void savePiece({ ...piece, name: wanted }).catch(say);
  };
  return (
    <input
      className="input piece-name"
      aria-label={t`Name of the piece`}
      value={name}
      maxLength={120}
      // The menu that closes takes the focus once more.
      ref={(input) => void setTimeout(() => input?.focus(), 0)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    />
  );
}
