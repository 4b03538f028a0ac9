import { counted, t } from '#engine/core/text.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { deleteSelected } from '../commands/deleteSelected.ts';
import { duplicate } from '../commands/duplicate.ts';
import { foldSchool } from '../commands/foldSchool.ts';
import { group } from '../commands/group.ts';
import { PLACING } from '../commands/placing.ts';
import { savePiece } from '../commands/savePiece.ts';
import { describeThings } from '../documents/groupEdits.ts';
import { activeTab, type Selection, useDocuments } from '../documents/store.ts';

/** What can be done to several things at once. */
export function SeveralInspector({ selection }: { selection: Selection }) {
  const allFish = useDocuments((state) => {
    const nodes = activeTab(state)?.document.nodes;
    return selection.nodes.length > 1 && selection.nodes.every((id) => nodes?.[id]?.kind === 'fish');
  });
  const { links } = selection;
  const parts = [
    describeThings(selection),
    links.length > 0 ? counted(links.length, '{0} link', '{0} links') : '',
  ].filter((part) => part !== '');
  return (
    <>
      <header className="inspector-head">
        <h2>{parts.join(' · ')}</h2>
      </header>
      <section className="inspector-section">
        <h3 className="section-title">{t`Place`}</h3>
        <div className="icon-row">
          {PLACING.map((command) => (
            <CommandButton key={command.id} command={command} look="icon" />
          ))}
        </div>
      </section>
      <section className="inspector-section">
        <h3 className="section-title">{t`Edit`}</h3>
        <div className="button-grid">
          <CommandButton command={group} label={t`Group`} />
          <CommandButton command={savePiece} label={t`To palette`} />
          {allFish && <CommandButton command={foldSchool} label={t`Fold`} />}
          <CommandButton command={duplicate} />
          <CommandButton command={deleteSelected} />
        </div>
      </section>
    </>
  );
}
