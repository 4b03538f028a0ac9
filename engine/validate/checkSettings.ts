import type { z } from 'zod';
import type { LinkId } from '../core/brand.ts';
import { t } from '../core/text.ts';
import { groupSchema, linkParamsSchema, metaSchema, runSettingsSchema } from '../document/schema.ts';
import { issuePredicate, pathText, valueAt } from '../document/sentences.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { DocumentIndex } from './documentIndex.ts';
import { documentProblem, linkProblem } from './problems.ts';

/** Values outside node parameters that an editor could have left out of range: a file with them does not open. */
export function checkSettings(index: DocumentIndex): Diagnostic[] {
  const { document } = index;
  const known = new Map<string, Descent>();
  return [
    ...issuesOf('run', runSettingsSchema, document.run).map(({ issue, path, message }) => {
      const param = String(issue.path[0] ?? '');
      const field = Object.hasOwn(runSettingsSchema.shape, param)
        ? runSettingsSchema.shape[param as keyof typeof runSettingsSchema.shape] // owned, so a key
        : undefined;
      const value = field?.safeParse(undefined).data;
      return documentProblem({
        message,
        path,
        fix:
          value === undefined
            ? undefined
            : { kind: 'set-run', param, value, label: t`Set it back to the default` },
      });
    }),
    ...issuesOf('meta', metaSchema, document.meta).map(({ path, message }) =>
      documentProblem({ message, path }),
    ),
    ...index.links.flatMap(({ id, link }) =>
      issuesOf(`links.${id}.params`, linkParamsSchema, link.params).map(({ issue, path, message }) =>
        linkProblem(id, { message, path, fix: resetLink(id, String(issue.path[0] ?? '')) }),
      ),
    ),
    ...Object.entries(document.groups).flatMap(([id, group]) => [
      ...issuesOf(`groups.${id}`, groupSchema, group).map(({ path, message }) =>
        documentProblem({ message, path }),
      ),
      ...checkParent(index, id, known),
    ]),
  ];
}

function issuesOf(prefix: string, schema: z.ZodType, value: unknown) {
  const checked = schema.safeParse(value);
  if (checked.success) return [];
  return checked.error.issues.map((issue) => {
    const path = [prefix, ...(issue.path.length === 0 ? [] : [pathText(issue.path)])].join('.');
    return { issue, path, message: `"${path}" ${issuePredicate(issue, valueAt(value, issue.path))}.` };
  });
}

function resetLink(linkId: LinkId, param: string) {
  if (!Object.hasOwn(linkParamsSchema.shape, param)) return undefined;
  const field = linkParamsSchema.shape[param as keyof typeof linkParamsSchema.shape]; // owned, so a key
  return {
    kind: 'set-link',
    linkId,
    param,
    value: field.parse(undefined),
    label: t`Set it back to the default`,
  } as const;
}

/** Where the parents of a group lead: to the swarm itself, to a group there is not, or in a circle. */
type Descent = { readonly ends: 'swarm' } | { readonly ends: 'nowhere' | 'circle'; readonly at: string };

/** `known` holds what was found of other groups, and grows. */
function descentOf(
  groups: Readonly<Record<string, { readonly parent?: string | undefined }>>,
  id: string,
  known: Map<string, Descent>,
): Descent {
  const passed = new Set<string>();
  let descent: Descent | undefined;
  for (let at = id; descent === undefined; ) {
    passed.add(at);
    const parent = groups[at]?.parent;
    if (parent === undefined) descent = { ends: 'swarm' };
    else if (!Object.hasOwn(groups, parent)) descent = { ends: 'nowhere', at: parent };
    else if (passed.has(parent)) descent = { ends: 'circle', at: parent };
    else descent = known.get(parent);
    if (descent === undefined && parent !== undefined) at = parent;
  }
  for (const one of passed) known.set(one, descent);
  return descent;
}

function checkParent(index: DocumentIndex, id: string, known: Map<string, Descent>): Diagnostic[] {
  const descent = descentOf(index.document.groups, id, known);
  const path = `groups.${id}.parent`;
  switch (descent.ends) {
    case 'swarm':
      return [];
    case 'nowhere':
      return [
        documentProblem({
          code: 'unknown-group',
          severity: 'warning',
          path,
          message: t`The group "${id}" stands inside "${descent.at}", which is not in the swarm.`,
        }),
      ];
    case 'circle':
      return [
        documentProblem({
          code: 'unknown-group',
          path,
          message: t`The group "${id}" stands inside itself, by way of "${descent.at}": take one of them out.`,
        }),
      ];
  }
}
