import type { z } from 'zod';
import { t, withinSentence } from '../core/text.ts';
import { didYouMean } from '../document/didYouMean.ts';
import { issuePredicate, valueAt } from '../document/sentences.ts';
import { fieldType } from '../nodes/fields.ts';
import type { NodeKind } from '../nodes/kind.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';
import { contextOf, type DocumentIndex, entriesOf, type NodeEntry } from './documentIndex.ts';
import { nodeProblem, paramProblem } from './problems.ts';
import { fillPort } from './suggest.ts';

/** Each node by itself: its kind, its parameters, its group, its required ports, and what its kind knows. */
export function checkNodes(index: DocumentIndex): Diagnostic[] {
  const hasData = entriesOf(index, 'dataset').length > 0;
  return [...index.nodes.values()].flatMap((entry) => [
    ...checkKind(entry),
    ...checkGroup(index, entry),
    ...checkRequired(index, entry, hasData),
    ...checkOwn(index, entry),
  ]);
}

function checkKind({ id, node, title, kind, params }: NodeEntry): Diagnostic[] {
  if (kind === undefined) {
    return [
      nodeProblem(id, {
        code: 'unknown-kind',
        message: t`This version does not know nodes of kind "${node.kind}" (${title}): update the application, or delete the node. Its data is kept.`,
        fix: { kind: 'delete-node', nodeId: id, label: t`Delete the node` },
      }),
    ];
  }
  const checked = params === null ? kind.schema.safeParse(node.params) : null;
  if (checked === null || checked.success) return [];
  return checked.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => surplus(id, kind, key))
      : [unfit(id, kind, issue, node.params)],
  );
}

function surplus(id: NodeEntry['id'], kind: NodeKind, key: string): Diagnostic {
  return paramProblem(id, key, {
    message: t`A ${withinSentence(kind.label)} has no "${key.slice(0, 80)}".`.concat(
      didYouMean(key, Object.keys(kind.fields)),
    ),
    fix: {
      kind: 'set-param',
      nodeId: id,
      param: key,
      value: undefined,
      label: t`Take out "${key.slice(0, 40)}"`,
    },
  });
}

function unfit(
  nodeId: NodeEntry['id'],
  kind: NodeKind,
  issue: z.core.$ZodIssue,
  params: Readonly<Record<string, unknown>>,
): Diagnostic {
  const param = String(issue.path[0] ?? '');
  const label = kind.fields[param]?.label ?? param;
  const value = possibleValue(kind, param, params[param]);
  const fix: Fix | undefined =
    value === undefined
      ? undefined
      : { kind: 'set-param', nodeId, param, value, label: t`Set it to ${JSON.stringify(value)}` };
  return paramProblem(nodeId, param, {
    message: t`"${label}" ${issuePredicate(issue, valueAt(params, issue.path))}.`,
    fix,
  });
}

/** The allowed value nearest to a number out of range, else the default. */
function possibleValue(kind: NodeKind, param: string, value: unknown): unknown {
  const schema = kind.schema.shape[param];
  if (schema === undefined) return undefined;
  const type = fieldType(schema as z.ZodType)?.value; // shapes of ZodObject hold core types; ours are classic
  if (
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (type?.type === 'number' || type?.type === 'integer')
  ) {
    const whole = type.type === 'integer' ? Math.round(value) : value;
    const near = Math.min(Math.max(whole, type.min ?? whole), type.max ?? whole);
    if (schema.safeParse(near).success) return near;
  }
  return schema.safeParse(undefined).data;
}

function checkGroup(index: DocumentIndex, { id, node }: NodeEntry): Diagnostic[] {
  if (node.group === undefined || Object.hasOwn(index.document.groups, node.group)) return [];
  return [
    nodeProblem(id, {
      code: 'unknown-group',
      severity: 'warning',
      path: `nodes.${id}.group`,
      message: t`It belongs to the group "${node.group}", which is not in the swarm.`,
      fix: { kind: 'leave-group', nodeId: id, label: t`Take it out of the group` },
    }),
  ];
}

function checkRequired(index: DocumentIndex, entry: NodeEntry, hasData: boolean): Diagnostic[] {
  return entry.ports
    .filter(
      (port) =>
        port.direction === 'in' &&
        port.required &&
        (hasData || port.type !== 'examples') && // said once, for the whole swarm, by `no-data`
        !entry.incoming.some(({ link }) => link.to.port === port.id),
    )
    .map((port) =>
      nodeProblem(entry.id, {
        code: 'missing-input',
        message: t`${entry.title} needs something at "${port.label}": ${lowerFirst(port.help)}`,
        fix: fillPort(index, entry, port.id),
      }),
    );
}

const lowerFirst = (text: string) => withinSentence(text.charAt(0)) + text.slice(1);

function checkOwn(index: DocumentIndex, entry: NodeEntry): readonly Diagnostic[] {
  const context = contextOf(index, entry);
  return context === null || entry.kind === undefined ? [] : entry.kind.validate(context);
}
