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
      ...checkParent(index, id),
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

function checkParent(index: DocumentIndex, id: string): Diagnostic[] {
  const { groups } = index.document;
  const path = `groups.${id}.parent`;
  const seen = new Set<string>([id]);
  for (
    let parent = groups[id as keyof typeof groups]?.parent;
    parent !== undefined;
    parent = groups[parent]?.parent
  ) {
    if (!Object.hasOwn(groups, parent)) {
      return [
        documentProblem({
          code: 'unknown-group',
          severity: 'warning',
          path,
          message: t`The group "${id}" stands inside "${parent}", which is not in the swarm.`,
        }),
      ];
    }
    if (seen.has(parent)) {
      return [
        documentProblem({
          code: 'unknown-group',
          path,
          message: t`The group "${id}" stands inside itself, by way of "${parent}": take one of them out.`,
        }),
      ];
    }
    seen.add(parent);
  }
  return [];
}
