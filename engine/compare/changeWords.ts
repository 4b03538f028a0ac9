import type { NodeId } from '../core/brand.ts';
import { t } from '../core/text.ts';
import type { SwarmDocument, SwarmNode } from '../document/schema.ts';
import { kindOf } from '../nodes/registry.ts';
import type { DocumentChange } from './documentChanges.ts';

export interface ChangeWords {
  /** `+` something new, `-` something gone, `~` something that became another. */
  readonly sign: '+' | '-' | '~';
  /** What it is about: "Fish “Large”", "Run settings". */
  readonly subject: string;
  /** Which value, and what it was and is; null where the whole subject came or went. */
  readonly value: { readonly name: string; readonly before: string; readonly after: string } | null;
}

const LONGEST = 60;

/** A change in words; `before` and `after` are the documents it leads from and to. */
export function changeWords(
  change: DocumentChange,
  before: SwarmDocument,
  after: SwarmDocument,
): ChangeWords {
  const nameOf = (id: NodeId): string => {
    const node = after.nodes[id] ?? before.nodes[id];
    return node === undefined ? id : titleOf(node);
  };
  switch (change.of) {
    case 'node':
      return whole(change.how, nodeSubject(change.node));
    case 'link':
      return whole(change.how, linkSubject(change.link.from.node, change.link.to.node, nameOf));
    case 'group':
      return change.how === 'changed'
        ? { sign: '~', subject: t`Group “${change.group.name}”`, value: null }
        : whole(change.how, t`Group “${change.group.name}”`);
    case 'comment': {
      const subject = t`Comment “${shown(change.text)}”`;
      return change.how === 'changed' ? { sign: '~', subject, value: null } : whole(change.how, subject);
    }
    case 'parameter': {
      const field = kindOf(change.node.kind)?.fields[change.name];
      return value(nodeSubject(change.node), field?.label ?? change.name, change, field?.options);
    }
    case 'node-place':
      return value(nodeSubject(change.node), PLACE_NAMES[change.name], change);
    case 'link-setting':
      return value(
        linkSubject(change.link.from.node, change.link.to.node, nameOf),
        LINK_NAMES[change.name],
        change,
      );
    case 'run':
      return value(t`Run settings`, RUN_NAMES[change.name], change);
    case 'about':
      return value(t`Swarm`, ABOUT_NAMES[change.name], change);
  }
}

/** One line: `~ Fish “Large”: layers 2 -> 3`. */
export function changeLine({ sign, subject, value: values }: ChangeWords): string {
  return values === null
    ? `${sign} ${subject}`
    : `${sign} ${subject}: ${values.name} ${values.before} -> ${values.after}`;
}

const PLACE_NAMES = { name: t`name`, group: t`group`, position: t`position` } as const;
const LINK_NAMES = {
  strength: t`strength`,
  every: t`every`,
  delay: t`delay`,
  loss: t`loss`,
  compression: t`compression`,
  trainable: t`learned`,
} as const;
const RUN_NAMES = {
  rounds: t`rounds`,
  local: t`local work`,
  batchSize: t`batch`,
  evaluateEvery: t`evaluate every`,
  checkpointEvery: t`checkpoint every`,
  seed: t`seed`,
  executor: t`executor`,
} as const;
const ABOUT_NAMES = {
  name: t`name`,
  description: t`description`,
  watch: t`what to watch`,
  charts: t`charts`,
  architecture: t`architecture`,
  tags: t`tags`,
} as const;

const whole = (how: 'added' | 'removed', subject: string): ChangeWords => ({
  sign: how === 'added' ? '+' : '-',
  subject,
  value: null,
});

const value = (
  subject: string,
  name: string,
  change: { readonly before: unknown; readonly after: unknown },
  options?: Readonly<Record<string, string>>,
): ChangeWords => ({
  sign: '~',
  subject,
  value: { name, before: shown(change.before, options), after: shown(change.after, options) },
});

const titleOf = (node: SwarmNode): string =>
  node.name !== undefined && node.name.trim() !== '' ? node.name : (kindOf(node.kind)?.label ?? node.kind);

function nodeSubject(node: SwarmNode): string {
  const kind = kindOf(node.kind)?.label ?? node.kind;
  const title = titleOf(node);
  return title === kind ? kind : `${kind} “${title}”`;
}

const linkSubject = (from: NodeId, to: NodeId, nameOf: (id: NodeId) => string): string =>
  t`Link from ${nameOf(from)} to ${nameOf(to)}`;

function shown(given: unknown, options: Readonly<Record<string, string>> = {}): string {
  if (given === undefined || given === '') return t`none`;
  if (typeof given === 'object' && given !== null && 'unit' in given && 'amount' in given)
    return `${String(given.amount)} ${String(given.unit)}`; // local work
  const text =
    typeof given === 'string'
      ? (options[given] ?? given)
      : typeof given === 'object'
        ? JSON.stringify(given)
        : String(given);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
