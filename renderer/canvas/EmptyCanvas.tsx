import { t } from '#engine/core/text.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { openGallery } from '../commands/openGallery.ts';
import { quickAdd } from '../commands/quickAdd.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { useCanvas } from './canvasStore.ts';
import './emptyCanvas.css';

/** What to do with an empty canvas. */
export function EmptyCanvas() {
  const searching = useCanvas(({ quickAdd: open }) => open !== null);
  return (
    <div className="empty-canvas" style={searching ? { visibility: 'hidden' } : {}}>
      <div className="empty-canvas-fish" aria-hidden="true">
        <FishGlyph width={26} />
        <FishGlyph width={34} />
        <FishGlyph width={22} />
      </div>
      <h2>{t`An empty sea`}</h2>
      <p>
        {t`Drag a dataset, fish, an aggregator and a goal from the palette and join their ports. Double-click here or press / to add a node by name, or begin with a template.`}
      </p>
      <div className="empty-canvas-actions">
        <CommandButton command={openGallery} look="primary" />
        <CommandButton command={quickAdd} />
      </div>
    </div>
  );
}
