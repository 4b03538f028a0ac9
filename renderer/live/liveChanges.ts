import { type ChangeWords, changeWords } from '#engine/compare/changeWords.ts';
import { type DocumentChange, documentChanges } from '#engine/compare/documentChanges.ts';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { fishCount, linksOf, nodesOf } from '#engine/document/graph.ts';
import type { SwarmDocument, SwarmNode } from '#engine/document/schema.ts';
import { type RunCommand, SCHOOL_RULES } from '#engine/protocol/commands.ts';
import { isRewirable, nodeTitle } from '../canvas/ports.ts';
import { fishId } from './fishActions.ts';
import type { LiveRun } from './liveRun.ts';
import { fishOfNode } from './runFish.ts';
import { liveStrength } from './runLinks.ts';
import { ruleOf } from './runRules.ts';

/** An edit of the document that the running swarm can take over. */
export interface LiveChange {
  /** What it is about; with `target` it is known again once it was asked for. */
  readonly key: string;
  readonly target: number;
  readonly text: string;
  readonly commands: readonly RunCommand[];
}

/** An edit that waits for the next run, and why. */
export interface LaterChange {
  readonly text: string;
  readonly why: string;
}

export interface LiveChanges {
  readonly apply: readonly LiveChange[];
  readonly later: readonly LaterChange[];
}

type Run = Pick<LiveRun, 'fish' | 'fishState' | 'deeds'>;
/** Targets that were asked for already, by key; what the run makes of them may still be on its way. */
export type Asked = Readonly<Record<string, number>>;

const GONE = -1;

/** What of the edits since the run began can be applied to it while it lives, and what cannot. */
export function liveChanges(run: Run, before: SwarmDocument, now: SwarmDocument, asked: Asked): LiveChanges {
  const candidates = [
    ...nodesOf(before).flatMap(([id, node]) => fishChanges(run, id, node, now.nodes[id], asked)),
    ...linksOf(before).flatMap(([id]) => linkChange(run, id, before, now, asked)),
  ];
  return {
    apply: candidates.filter(({ key, target }) => asked[key] !== target),
    later: laterChanges(before, now),
  };
}

const isLive = (run: Run, fish: string): boolean => run.fishState[fish] !== 'removed';

function fishChanges(
  run: Run,
  id: NodeId,
  old: SwarmNode,
  node: SwarmNode | undefined,
  asked: Asked,
): LiveChange[] {
  if (old.kind !== 'fish') return [];
  const fish = fishOfNode(run, id).filter((one) => isLive(run, one.id));
  const name = nodeTitle(node ?? old);
  const changes: LiveChange[] = [];
  const goal = node?.kind === 'fish' ? fishCount(node) : 0;
  const countKey = `count:${id}`;
  if (goal !== fishCount(old) || countKey in asked) {
    const present = asked[countKey] ?? fish.length;
    const text =
      goal === 0
        ? t`Remove ${name} from the swarm`
        : goal > present
          ? counted(goal - present, 'Add {0} fish like those of ', 'Add {0} fish like those of ') + name
          : counted(present - goal, 'Remove {0} fish of ', 'Remove {0} fish of ') + name;
    const [first] = fish;
    const commands: RunCommand[] =
      goal > present
        ? first === undefined
          ? []
          : Array.from({ length: goal - present }, () => ({ type: 'add-fish', like: fishId(first.id) }))
        : fish.slice(goal).map((one) => ({ type: 'remove-fish', fish: fishId(one.id) }));
    if (goal !== present && commands.length > 0)
      changes.push({ key: countKey, target: goal, text, commands });
  }
  if (node?.kind !== 'fish') return changes;
  const rate = node.params.learningRate;
  const rateKey = `rate:${id}`;
  if (typeof rate === 'number' && (rate !== old.params.learningRate || rateKey in asked)) {
    const others = fish.filter((one) => (rateOf(run, one.id) ?? old.params.learningRate) !== rate);
    if (others.length > 0)
      changes.push({
        key: rateKey,
        target: rate,
        text: t`${name}: learning rate ${rate}`,
        commands: others.map((one) => ({ type: 'set-learning-rate', fish: fishId(one.id), value: rate })),
      });
  }
  for (const rule of SCHOOL_RULES) {
    const value = node.params[rule];
    const key = `${rule}:${id}`;
    if (typeof value !== 'number' || (value === old.params[rule] && !(key in asked)) || !followsRules(old))
      continue;
    const others = fish.filter((one) => (ruleOf(run, one.id, rule) ?? old.params[rule]) !== value);
    if (others.length === 0) continue;
    changes.push({
      key,
      target: value,
      text: t`${name}: ${rule} ${value}`,
      commands: others.map((one) => ({ type: 'set-school-rule', fish: fishId(one.id), rule, value })),
    });
  }
  return changes;
}

/** Rules can be changed only where the swarm was compiled with some. */
const followsRules = (node: SwarmNode): boolean =>
  SCHOOL_RULES.some((rule) => typeof node.params[rule] === 'number' && node.params[rule] > 0);

function rateOf(run: Run, fish: string): number | undefined {
  const deed = run.deeds.findLast(
    ({ command }) => command.type === 'set-learning-rate' && command.fish === fish,
  );
  return deed?.command.type === 'set-learning-rate' ? deed.command.value : undefined;
}

function linkChange(
  run: Run,
  id: LinkId,
  before: SwarmDocument,
  now: SwarmDocument,
  asked: Asked,
): LiveChange[] {
  const [old, link] = [before.links[id], now.links[id]];
  const key = `link:${id}`;
  // Most links: nothing happened to them.
  if (link !== undefined && link.params.strength === old?.params.strength && !(key in asked)) return [];
  if (old === undefined || !isRewirable(before, id)) return [];
  const [from, to] = [before.nodes[old.from.node], before.nodes[old.to.node]];
  if (from === undefined || to === undefined) return [];
  // A node that was removed takes its links with it.
  if (now.nodes[old.from.node] === undefined || now.nodes[old.to.node] === undefined) return [];
  const live = liveStrength(run, id);
  const names = t`the link from ${nodeTitle(from)} to ${nodeTitle(to)}`;
  if (link === undefined)
    return live === 0
      ? []
      : [{ key, target: GONE, text: t`Cut ${names}`, commands: [{ type: 'cut-link', link: id }] }];
  const { strength } = link.params;
  if (strength === (live ?? old.params.strength)) return [];
  return [
    {
      key,
      target: strength,
      text: t`Strength of ${names}: ${strength}`,
      commands: [{ type: 'set-link-strength', link: id, value: strength }],
    },
  ];
}

const laterChanges = (before: SwarmDocument, now: SwarmDocument): LaterChange[] =>
  documentChanges(before, now).flatMap((change) => laterChange(change, before, now));

function laterChange(change: DocumentChange, before: SwarmDocument, now: SwarmDocument): LaterChange[] {
  const later = (why: string): LaterChange[] => [{ text: inWords(changeWords(change, before, now)), why }];
  switch (change.of) {
    case 'about':
    case 'comment':
    case 'group':
    case 'node-place':
      return []; // means nothing to a run
    case 'run':
      return later(t`Run settings hold from the first round to the last.`);
    case 'node':
      if (change.how === 'removed' && change.node.kind === 'fish') return [];
      return later(
        change.node.kind === 'fish'
          ? t`A new node needs programs of its own. Raise the count of a node of fish to add fish like those there are.`
          : t`What is not a fish is part of the swarm from its start to its end.`,
      );
    case 'parameter': {
      if (change.node.kind !== 'fish')
        return later(t`Only fish and links can be changed while the swarm lives.`);
      if (change.name === 'count' || change.name === 'learningRate') return [];
      const rule = SCHOOL_RULES.find((one) => one === change.name);
      if (rule === undefined) return later(t`The swarm was compiled with it as it was.`);
      const old = before.nodes[change.id];
      return old !== undefined && followsRules(old)
        ? []
        : later(t`The school follows no rule in this run, so its programs have none.`);
    }
    case 'link':
      if (change.how === 'added') return later(t`A new link needs new programs.`);
      if (now.nodes[change.link.from.node] === undefined || now.nodes[change.link.to.node] === undefined)
        return []; // gone with its node
      return isRewirable(before, change.id)
        ? []
        : later(t`What is read from it was dealt out before the first round.`);
    case 'link-setting':
      return change.name === 'strength' && isRewirable(before, change.id)
        ? []
        : later(t`Of a link only its strength can be changed while the swarm lives.`);
  }
}

function inWords({ sign, subject, value }: ChangeWords): string {
  if (value !== null) return `${subject}: ${value.name} ${value.before} → ${value.after}`;
  return sign === '+' ? t`New: ${subject}` : sign === '-' ? t`Gone: ${subject}` : subject;
}
