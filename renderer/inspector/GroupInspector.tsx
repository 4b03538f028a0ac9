import type { GroupId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { fishCount } from '#engine/document/graph.ts';
import { groupPorts } from '#engine/document/groupPorts.ts';
import { nodesWithin } from '#engine/document/groups.ts';
import { shownPort } from '../canvas/flow/shownPort.ts';
import { problemsWithin } from '../canvas/groups/problemsWithin.ts';
import { portColour } from '../canvas/ports.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { collapseGroup } from '../commands/collapseGroup.ts';
import { deleteSelected } from '../commands/deleteSelected.ts';
import { duplicate } from '../commands/duplicate.ts';
import { enterGroup } from '../commands/enterGroup.ts';
import { savePiece } from '../commands/savePiece.ts';
import { ungroup } from '../commands/ungroup.ts';
import { groupTitle } from '../documents/groupEdits.ts';
import { editActive, useActiveDocument } from '../documents/store.ts';
import { ProblemList } from '../problems/ProblemList.tsx';
import { useProblems } from '../problems/problems.ts';
import { Icon } from '../ui/Icon.tsx';
import { NameField } from './NameField.tsx';
import './groupInspector.css';

/** A group: its name, what can be done with it, its ports and the problems within. */
export function GroupInspector({ id }: { id: GroupId }) {
  const document = useActiveDocument();
  const problems = useProblems((all) => all);
  const group = document?.groups[id];
  if (document === null || group === undefined) return null;
  const nodes = nodesWithin(document, id);
  const fish = nodes.reduce((sum, node) => {
    const found = document.nodes[node];
    return sum + (found?.kind === 'fish' ? fishCount(found) : 0);
  }, 0);
  const ports = groupPorts(document, id).flatMap((port) => shownPort(document, port) ?? []);
  const within = problemsWithin(document, problems, id);
  return (
    <>
      <header className="inspector-head">
        <span className="inspector-fish">
          <Icon name="group" size={20} />
        </span>
        <NameField
          label={t`Name of the group`}
          value={group.name}
          placeholder={groupTitle(group)}
          onChange={(name) =>
            editActive(
              t`rename ${groupTitle(group)}`,
              (draft) => {
                const target = draft.groups[id];
                if (target !== undefined) target.name = name;
              },
              `name:${id}`,
            )
          }
        />
      </header>
      <p className="inspector-help">
        {counted(nodes.length, '{0} node', '{0} nodes')}, {counted(fish, '{0} fish', '{0} fish')}.{' '}
        {t`A group changes what you see, not how the swarm runs.`}
      </p>
      <section className="inspector-section">
        <h3 className="section-title">{t`Group`}</h3>
        <div className="button-grid">
          <CommandButton command={enterGroup} label={t`Enter`} />
          <CommandButton command={collapseGroup} label={group.collapsed ? t`Expand` : t`Collapse`} />
          <CommandButton command={ungroup} />
          <CommandButton command={savePiece} label={t`To palette`} />
          <CommandButton command={duplicate} />
          <CommandButton command={deleteSelected} label={t`Delete all`} />
        </div>
      </section>
      {within.length > 0 && (
        <section className="inspector-section">
          <h3 className="section-title">{t`Problems within`}</h3>
          <ProblemList problems={within} />
        </section>
      )}
      <section className="inspector-section">
        <h3 className="section-title">{t`Ports`}</h3>
        {ports.length === 0 ? (
          <p className="inspector-help">{t`None: no link crosses the border of this group.`}</p>
        ) : (
          <ul className="group-port-list">
            {ports.map(({ end, spec, label }) => (
              <li key={`${end.direction}/${end.node}/${end.port}`}>
                <i style={{ background: portColour(spec.type) }} />
                <span>{label}</span>
                <small>{end.direction === 'in' ? t`in` : t`out`}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
