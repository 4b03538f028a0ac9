import { formatNumber, t } from '../core/text.ts';
import { fishCount } from '../document/graph.ts';
import { reachable } from './cycles.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type DocumentIndex, entriesOf, type LinkEntry, type NodeEntry, portOf } from './documentIndex.ts';
import { LIMITS } from './limits.ts';
import { documentProblem, nodeProblem, paramProblem } from './problems.ts';
import { addDataset, addFish, addGoal } from './suggest.ts';

/** What only the swarm as a whole can be wrong in. */
export function checkSwarm(index: DocumentIndex): Diagnostic[] {
  return [
    ...checkParts(index),
    ...checkTasks(index),
    ...checkTokenizers(index),
    ...checkContexts(index),
    ...checkConnected(index),
    ...checkLimits(index),
    ...checkMemory(index),
  ];
}

function checkParts(index: DocumentIndex): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (entriesOf(index, 'dataset').length === 0) {
    problems.push(
      documentProblem({
        code: 'no-data',
        message: t`The swarm has nothing to learn from yet: add a dataset.`,
        fix: addDataset(index),
      }),
    );
  }
  if (entriesOf(index, 'fish').length === 0) {
    problems.push(
      documentProblem({
        code: 'no-fish',
        message: t`There are no fish in the swarm yet: add one.`,
        fix: addFish(index),
      }),
    );
  }
  const [goal, ...others] = entriesOf(index, 'goal');
  if (goal === undefined) {
    problems.push(
      documentProblem({
        code: 'no-goal',
        message: t`The swarm does not know what it is for yet: add a goal.`,
        fix: addGoal(index),
      }),
    );
  }
  for (const other of others) {
    problems.push(
      nodeProblem(other.id, {
        code: 'several-goals',
        message: t`A swarm has one goal, and ${goal?.title ?? ''} is already there: delete one of them.`,
        fix: { kind: 'delete-node', nodeId: other.id, label: t`Delete this goal` },
      }),
    );
  }
  return problems;
}

function checkTasks(index: DocumentIndex): Diagnostic[] {
  const { task } = index;
  const goal = entriesOf(index, 'goal')[0];
  if (task === null || goal === undefined) return [];
  return entriesOf(index, 'dataset').flatMap(({ id, title, params }) => {
    if (params?.source !== 'builtin') return [];
    if (params.task !== 'tiny-language' || task === 'language-modelling') return [];
    return [
      paramProblem(id, 'task', {
        code: 'task-mismatch',
        message: t`${title} is plain text without classes, but the goal is classification: choose language modelling as the goal, or another task.`,
        fix: {
          kind: 'set-param',
          nodeId: goal.id,
          param: 'task',
          value: 'language-modelling',
          label: t`Make language modelling the goal`,
        },
      }),
    ];
  });
}

const TOKENIZER = ['tokenizer', 'vocabSize', 'minFrequency', 'lowercase'] as const;

function checkTokenizers(index: DocumentIndex): Diagnostic[] {
  const [first, ...others] = entriesOf(index, 'dataset');
  if (first === undefined) return [];
  return others.flatMap(({ id, title, params, kind }) => {
    const differs = TOKENIZER.find(
      (name) => first.params !== null && params !== null && params[name] !== first.params[name],
    );
    if (differs === undefined) return [];
    const label = kind?.fields[differs]?.label ?? differs;
    return [
      paramProblem(id, differs, {
        code: 'tokenizer-mismatch',
        message: t`All fish of a swarm read the same tokens, but ${first.title} and ${title} differ in "${label}".`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: differs,
          value: first.params?.[differs],
          label: t`Do as ${first.title} does`,
        },
      }),
    ];
  });
}

function checkContexts(index: DocumentIndex): Diagnostic[] {
  const fish = entriesOf(index, 'fish').filter(({ params }) => params !== null);
  const groups = [...Map.groupBy(fish, ({ params }) => params?.context)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  const [usual, ...others] = groups;
  if (usual === undefined) return [];
  return others.flatMap(([context, entries]) =>
    entries.map(({ id, title }) =>
      paramProblem(id, 'context', {
        code: 'context-mismatch',
        message: t`All fish of a swarm read the same pieces of text, but ${title} has a context of ${String(context)} and ${usual[1][0]?.title ?? ''} one of ${String(usual[0])}.`,
        fix: {
          kind: 'set-param',
          nodeId: id,
          param: 'context',
          value: usual[0],
          label: t`Set the context to ${String(usual[0])}`,
        },
      }),
    ),
  );
}

/** A weights link joins both of its ends, in whichever direction it is drawn. */
function weightsBack(index: DocumentIndex, { id, link }: LinkEntry): LinkEntry[] {
  const target = index.nodes.get(link.to.node);
  if (target === undefined || portOf(target, 'in', link.to.port)?.type !== 'weights') return [];
  return [{ id, link: { ...link, from: link.to, to: link.from } }];
}

/** Nodes whose work reaches neither the goal nor a probe; said only once there is a goal that hears somebody. */
function checkConnected(index: DocumentIndex): Diagnostic[] {
  const goal = entriesOf(index, 'goal')[0];
  if (goal === undefined || goal.incoming.length === 0) return [];
  const links = index.links.flatMap((entry) => [entry, ...weightsBack(index, entry)]);
  const ends = entriesOf(index, 'goal', 'probe').map(({ id }) => id);
  const useful = reachable(ends, links, 'backward');
  const idle = (entry: NodeEntry) =>
    entry.kind !== undefined &&
    ['data', 'fish', 'decide'].includes(entry.kind.family) &&
    !useful.has(entry.id);
  return [...index.nodes.values()].filter(idle).map((entry) => {
    const listener = goal.incoming
      .map(({ link }) => index.nodes.get(link.from.node))
      .find((node) => node?.kind?.family === 'decide');
    return nodeProblem(entry.id, {
      code: 'not-connected',
      severity: 'warning',
      message: t`Nothing that ${entry.title} does reaches the goal: link it, or delete it.`,
      fix:
        entry.node.kind === 'fish' && listener !== undefined
          ? {
              kind: 'add-link',
              from: { node: entry.id, port: 'prediction' },
              to: { node: listener.id, port: 'prediction' },
              label: t`Link it to ${listener.title}`,
            }
          : { kind: 'delete-node', nodeId: entry.id, label: t`Delete it` },
    });
  });
}

function checkLimits(index: DocumentIndex): Diagnostic[] {
  const fish = entriesOf(index, 'fish').reduce((total, { node }) => total + fishCount(node), 0);
  const pairs = index.links.reduce((total, { link }) => {
    const [from, to] = [index.document.nodes[link.from.node], index.document.nodes[link.to.node]];
    return from?.kind === 'fish' && to?.kind === 'fish' ? total + fishCount(from) * fishCount(to) : total;
  }, 0);
  const counted = [
    ['nodes', index.nodes.size, t`nodes`],
    ['links', index.links.length, t`links`],
    ['fish', fish, t`fish`],
    ['pairs', pairs, t`pairs of fish that talk`],
  ] as const;
  return counted
    .filter(([limit, count]) => count > LIMITS[limit])
    .map(([limit, count, noun]) =>
      documentProblem({
        code: 'limit',
        message: t`The swarm has ${formatNumber(count)} ${noun}; ${formatNumber(LIMITS[limit])} is the most: make it smaller.`,
      }),
    );
}

/** A rough count without positions and biases: the vocabulary at its largest, and 4 d^2 + 2 d f a block. */
function checkMemory(index: DocumentIndex): Diagnostic[] {
  const vocabulary = Math.max(
    0,
    ...entriesOf(index, 'dataset').map(({ params }) => Number(params?.vocabSize ?? 0)),
  );
  const parameters = entriesOf(index, 'fish').reduce((total, { node, params }) => {
    if (params === null) return total;
    const [layers, width, feedForward] = [
      Number(params.layers),
      Number(params.width),
      Number(params.feedForward),
    ];
    const block = 4 * width * width + 2 * width * feedForward;
    return total + fishCount(node) * (vocabulary * width + layers * block);
  }, 0);
  if (parameters <= LIMITS.parameters) return [];
  const gigabytes = Math.ceil((parameters * 16) / 1e9);
  return [
    documentProblem({
      code: 'limit',
      severity: 'warning',
      message: t`The fish have up to ${formatNumber(Math.round(parameters / 1e6))} million parameters, which takes about ${gigabytes} GB of memory to train: use fewer, narrower or flatter fish if that is too much.`,
    }),
  ];
}
