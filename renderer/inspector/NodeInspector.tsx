import type { NodeId } from '#engine/core/brand.ts';
import { t, withinSentence } from '#engine/core/text.ts';
import { fishCount } from '#engine/document/graph.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { KindGlyph } from '../canvas/KindGlyph.tsx';
import { nodeTitle } from '../canvas/ports.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { unfoldSchool } from '../commands/unfoldSchool.ts';
import { editActive, endEditGesture, useActiveDocument } from '../documents/store.ts';
import { ProblemList } from '../problems/ProblemList.tsx';
import { useProblems } from '../problems/problems.ts';
import { FieldSections } from './FieldSections.tsx';
import { NameField } from './NameField.tsx';
import { NodeStatus } from './NodeStatus.tsx';
import { RunningSwarm } from './RunningSwarm.tsx';

const json = (value: unknown) => value as SwarmNode['params'][string]; // controls give numbers, texts, booleans, null

/** The form of one node, generated from its kind. */
export function NodeInspector({ id }: { id: NodeId }) {
  const node = useActiveDocument()?.nodes[id];
  const problems = useProblems(({ byNode }) => byNode.get(id)) ?? [];
  if (node === undefined) return null;
  const kind = kindOf(node.kind);
  const atField = new Set(Object.keys(kind?.fields ?? {}).map((name) => `nodes.${id}.params.${name}`));
  const elsewhere = problems.filter(({ path }) => path === undefined || !atField.has(path));
  return (
    <>
      <header className="inspector-head">
        <KindGlyph kind={node.kind} width={20} />
        <NameField
          key={id}
          label={t`Name of the node`}
          value={node.name ?? ''}
          placeholder={nodeTitle(node)}
          onChange={(name) =>
            editActive(
              t`rename ${nodeTitle(node)}`,
              (draft) => {
                const target = draft.nodes[id];
                if (target === undefined) return;
                if (name === '') delete target.name;
                else target.name = name;
              },
              `name:${id}`,
            )
          }
        />
        <NodeStatus node={id} />
      </header>
      <p className="inspector-help">
        {kind?.help ?? t`This version does not know “${node.kind}”. Its data is kept as it is.`}
      </p>
      {elsewhere.length > 0 && <ProblemList problems={elsewhere} withGoTo={false} />}
      {kind?.family === 'fish' && <RunningSwarm node={id} />}
      {kind?.family === 'fish' && fishCount(node) > 1 && (
        <div className="inspector-actions">
          <CommandButton command={unfoldSchool} />
        </div>
      )}
      {kind === undefined ? (
        <pre className="inspector-raw">{JSON.stringify(node.params, null, 2)}</pre>
      ) : (
        <FieldSections
          idPrefix={`field.${id}`}
          schema={kind.schema}
          fields={kind.fields}
          values={node.params}
          problemOf={(name) => problems.find(({ path }) => path === `nodes.${id}.params.${name}`)}
          onChange={(name, value) =>
            editActive(
              t`change ${withinSentence(kind.fields[name]?.label ?? name)} of ${nodeTitle(node)}`,
              (draft) => {
                const target = draft.nodes[id];
                if (target !== undefined) target.params[name] = json(value);
              },
              `${id}.${name}`,
            )
          }
          onEnd={endEditGesture}
        />
      )}
    </>
  );
}
