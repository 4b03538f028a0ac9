import { t } from '#engine/core/text.ts';
import { groupChain } from '#engine/document/groups.ts';
import { groupTitle } from '../../documents/groupEdits.ts';
import { activeTab, useDocuments } from '../../documents/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import { leaveGroup } from './enterGroup.ts';

/** Where in the swarm the canvas is, while it shows a group alone; each part leads back to it. */
export function Breadcrumb() {
  const inside = useDocuments((state) => activeTab(state)?.inside ?? null);
  const document = useDocuments((state) => activeTab(state)?.document);
  if (inside === null || document === undefined) return null;
  const [, ...above] = groupChain(document, inside);
  const here = document.groups[inside];
  return (
    <nav className="breadcrumb" aria-label={t`Group shown`}>
      <button type="button" className="btn quiet" onClick={() => leaveGroup(null)}>
        <Icon name="back" size={14} />
        {document.meta.name}
      </button>
      {above.toReversed().map((id) => {
        const group = document.groups[id];
        return group === undefined ? null : (
          <span key={id}>
            <Icon name="chevron" size={12} />
            <button type="button" className="btn quiet" onClick={() => leaveGroup(id)}>
              {groupTitle(group)}
            </button>
          </span>
        );
      })}
      <span aria-current="page">
        <Icon name="chevron" size={12} />
        <b className="clip">{here === undefined ? '' : groupTitle(here)}</b>
      </span>
      <span className="kbd">{t`Esc`}</span>
    </nav>
  );
}
