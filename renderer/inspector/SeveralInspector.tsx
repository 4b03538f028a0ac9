import { alignLeft } from '../commands/alignLeft.ts';
import { alignTop } from '../commands/alignTop.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { deleteSelected } from '../commands/deleteSelected.ts';
import { distributeHorizontally } from '../commands/distributeHorizontally.ts';
import { distributeVertically } from '../commands/distributeVertically.ts';
import { duplicate } from '../commands/duplicate.ts';
import type { Selection } from '../documents/store.ts';
import { plural } from '../ui/format.ts';

/** What can be done to several things at once. */
export function SeveralInspector({ selection }: { selection: Selection }) {
  const parts = [
    selection.nodes.length > 0 ? plural(selection.nodes.length, 'node') : '',
    selection.links.length > 0 ? plural(selection.links.length, 'link') : '',
  ].filter((part) => part !== '');
  return (
    <>
      <header className="inspector-head">
        <h2>{parts.join(' and ')}</h2>
      </header>
      <section className="inspector-section">
        <h3 className="section-title">Place</h3>
        <div className="button-grid">
          <CommandButton command={alignLeft} />
          <CommandButton command={alignTop} />
          <CommandButton command={distributeHorizontally} label="Distribute ↔" />
          <CommandButton command={distributeVertically} label="Distribute ↕" />
        </div>
      </section>
      <section className="inspector-section">
        <h3 className="section-title">Edit</h3>
        <div className="button-grid">
          <CommandButton command={duplicate} />
          <CommandButton command={deleteSelected} />
        </div>
      </section>
    </>
  );
}
