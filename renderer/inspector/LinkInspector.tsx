import type { LinkId } from '#engine/core/brand.ts';
import { t, withinSentence } from '#engine/core/text.ts';
import { linkParamsSchema } from '#engine/document/schema.ts';
import { nodeTitle, portColour, portsOf } from '../canvas/ports.ts';
import { editActive, endEditGesture, useActiveDocument } from '../documents/store.ts';
import { ProblemList } from '../problems/ProblemList.tsx';
import { useProblems } from '../problems/problems.ts';
import { FieldSections } from './FieldSections.tsx';
import { linkFields } from './linkFields.ts';
import { RunningLink } from './RunningLink.tsx';
import './linkInspector.css';

/** The form of one link. */
export function LinkInspector({ id }: { id: LinkId }) {
  const document = useActiveDocument();
  const problems = useProblems(({ byLink }) => byLink.get(id)) ?? [];
  const link = document?.links[id];
  if (document === null || link === undefined) return null;
  const from = document.nodes[link.from.node];
  const to = document.nodes[link.to.node];
  const port = portsOf(document, link.from.node).find(
    (spec) => spec.direction === 'out' && spec.id === link.from.port,
  );
  return (
    <>
      <header className="inspector-head">
        <i
          className="port-dot"
          style={{ background: port === undefined ? 'var(--text3)' : portColour(port.type) }}
        />
        <h2>{t`${port?.label ?? link.from.port} link`}</h2>
      </header>
      <p className="inspector-help">
        {t`From ${from === undefined ? link.from.node : nodeTitle(from)} to ${to === undefined ? link.to.node : nodeTitle(to)}.`}{' '}
        {port?.help}
      </p>
      {problems.length > 0 && <ProblemList problems={problems} withGoTo={false} />}
      <RunningLink id={id} />
      <FieldSections
        idPrefix={`field.${id}`}
        schema={linkParamsSchema}
        fields={linkFields}
        values={link.params}
        problemOf={(name) => problems.find(({ path }) => path === `links.${id}.params.${name}`)}
        onChange={(name, value) =>
          editActive(
            t`change ${withinSentence(linkFields[name as keyof typeof linkFields]?.label ?? name)} of a link`,
            (draft) => {
              const target = draft.links[id];
              const checked = linkParamsSchema.safeParse({ ...target?.params, [name]: value });
              if (target !== undefined && checked.success) target.params = checked.data;
            },
            `${id}.${name}`,
          )
        }
        onEnd={endEditGesture}
      />
    </>
  );
}
