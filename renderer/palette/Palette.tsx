import { type KeyboardEvent, useRef, useState } from 'react';
import { FAMILIES, type Family, type NodeKind } from '#engine/nodes/kind.ts';
import { NODE_KINDS } from '#engine/nodes/registry.ts';
import { canvasCentre } from '../canvas/canvasStore.ts';
import { KIND_DRAG } from '../canvas/dropOnCanvas.ts';
import { KindGlyph } from '../canvas/KindGlyph.tsx';
import { searchKinds } from '../canvas/kindSearch.ts';
import { rememberKind } from '../canvas/recentKinds.ts';
import { addNode } from '../documents/graphEdits.ts';
import { Icon } from '../ui/Icon.tsx';
import './palette.css';

const FAMILY_NAMES: Record<Family, string> = {
  data: 'Data',
  fish: 'Fish',
  talk: 'Talk',
  decide: 'Decide',
  adapt: 'Adapt',
  test: 'Test',
  goal: 'Goal',
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
      aria-label="Palette"
      aria-orientation="vertical"
    >
      <div className="palette-search">
        <Icon name="search" size={14} />
        <input
          className="input"
          type="search"
          value={text}
          placeholder="Search nodes"
          aria-label="Search nodes"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const first = found[0];
            if (event.key === 'Enter' && first !== undefined) add(first);
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
        {found.length === 0 && <p className="palette-none">No node is called “{text}”.</p>}
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
      title={`${kind.help}\nDrag it to the canvas, or press Enter.`}
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
