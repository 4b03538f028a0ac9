import { buildSwarm, wholeSwarm } from '../document/build.testing.ts';
import type { SwarmDocument } from '../document/schema.ts';
import type { DiagnosticCode } from './codes.ts';

type Nodes = Parameters<typeof buildSwarm>[0];
const whole = wholeSwarm();
const NODES: Nodes = {
  data: ['dataset'],
  part: ['shard'],
  fish: ['fish', { count: 4 }],
  mean: ['average'],
  goal: ['goal'],
};
const LINKS = [
  'data.examples -> part.examples',
  'part.examples -> fish.examples',
  'fish.prediction -> mean.prediction',
  'mean.prediction -> goal.prediction',
];
/** The whole swarm of these nodes and links with more, or others, of either. */
export const swarm = (nodes: Nodes = {}, links: readonly string[] = [], rest = {}) =>
  buildSwarm({ ...NODES, ...nodes }, [...LINKS, ...links], rest);
const withLink = (params: object): SwarmDocument => {
  const [id, link] = Object.entries(whole.links)[0] as [
    string,
    SwarmDocument['links'][keyof SwarmDocument['links']],
  ];
  return { ...whole, links: { ...whole.links, [id]: { ...link, params: { ...link.params, ...params } } } };
};

/** For every code at least one document that has it: what it says, and whether one click mends it. */
export const CASES: readonly [DiagnosticCode, string, SwarmDocument, RegExp, 'mended' | 'no fix'][] = [
  [
    'unknown-kind',
    'a kind of tomorrow',
    swarm({ x: ['hub'] }),
    /does not know nodes of kind "hub"/,
    'mended',
  ],
  [
    'bad-param',
    'a value out of range',
    swarm({ fish: ['fish', { layers: 99 }] }),
    /"Layers" must be at most 24, not 99/,
    'mended',
  ],
  [
    'bad-param',
    'a value of the wrong type',
    swarm({ fish: ['fish', { width: 'wide' }] }),
    /"Width" must be a number, not "wide"/,
    'mended',
  ],
  [
    'bad-param',
    'a misspelt parameter',
    swarm({ fish: ['fish', { layer: 2 }] }),
    /has no "layer"\. Did you mean "layers"\?/,
    'mended',
  ],
  [
    'bad-param',
    'a choice there is not',
    swarm({ fish: ['fish', { pooling: 'max' }] }),
    /must be mean, cls or attention, not "max"/,
    'mended',
  ],
  [
    'bad-param',
    'a partition by no column',
    swarm({ part: ['shard', { mode: 'column' }] }),
    /names none/,
    'mended',
  ],
  [
    'bad-param',
    'more copies than fish',
    swarm({ part: ['shard', { replicas: 9 }] }),
    /only 4 read/,
    'mended',
  ],
  [
    'bad-param',
    'a quorum nobody reaches',
    swarm({ mean: ['average', { quorum: 5 }] }),
    /only 4 voices are linked/,
    'mended',
  ],
  [
    'bad-param',
    'a return before the crash',
    swarm({ x: ['fault', { round: 5, returnRound: 5 }] }, ['x.control -> fish.control']),
    /before it crashes/,
    'mended',
  ],
  [
    'bad-param',
    'a stop at no target',
    swarm({ goal: ['goal', { stop: 'target' }] }),
    /no target is given/,
    'mended',
  ],
  ['bad-param', 'a target in per cent', swarm({ goal: ['goal', { target: 80 }] }), /from 0 to 1/, 'mended'],
  [
    'bad-param',
    'run settings out of range',
    { ...whole, run: { ...whole.run, rounds: 0 } },
    /"run.rounds" must be at least 1/,
    'mended',
  ],
  [
    'bad-param',
    'a link parameter out of range',
    withLink({ strength: -1 }),
    /must be at least 0, not -1/,
    'mended',
  ],
  [
    'dangling-link',
    'a link to nowhere',
    swarm({}, ['fish.state -> ghost.state']),
    /goes to "ghost", which is not in the swarm/,
    'mended',
  ],
  [
    'unknown-port',
    'a port there is not',
    swarm({}, ['fish.song -> mean.prediction']),
    /no way out called "song": it has "prediction", "state" or "weights"/,
    'mended',
  ],
  [
    'wrong-direction',
    'a way in used as a way out',
    swarm({ x: ['fault'] }, ['fish.control -> x.control', 'x.control -> fish.control']),
    /the other way round/,
    'mended',
  ],
  [
    'incompatible-ports',
    'examples into an aggregator',
    swarm({}, ['data.examples -> mean.prediction']),
    /takes prediction, but "data" gives examples/,
    'mended',
  ],
  [
    'incompatible-ports',
    'a fish that hears an aggregator',
    swarm({}, ['mean.prediction -> fish.prediction']),
    /from a fish only, and "mean" is an average/,
    'mended',
  ],
  [
    'incompatible-ports',
    'a shard of a shard',
    swarm({ x: ['shard'] }, ['part.examples -> x.examples']),
    /from a dataset only/,
    'mended',
  ],
  [
    'too-many-links',
    'two answers',
    swarm({}, ['mean.prediction -> goal.prediction', 'fish.prediction -> goal.prediction']),
    /takes one link, but 3 are drawn/,
    'mended',
  ],
  [
    'duplicate-link',
    'the same link twice',
    swarm({}, ['fish.prediction -> mean.prediction']),
    /same two ports as the link "link-3"/,
    'mended',
  ],
  [
    'self-link',
    'a fish that hears itself',
    swarm({}, ['fish.state -> fish.state']),
    /cannot be linked to itself/,
    'mended',
  ],
  [
    'missing-input',
    'a fish without examples',
    swarm({ x: ['fish'] }, ['x.prediction -> mean.prediction']),
    /"x" needs something at "Examples"/,
    'mended',
  ],
  [
    'missing-input',
    'a goal nobody answers',
    buildSwarm(NODES, LINKS.slice(0, 3)),
    /"goal" needs something at "Answer"/,
    'mended',
  ],
  [
    'missing-input',
    'an average of nobody',
    swarm({ x: ['average'], p: ['probe'] }, ['x.prediction -> p.prediction']),
    /"x" needs something at "Predictions"/,
    'mended',
  ],
  [
    'cycle',
    'two aggregators that wait for each other',
    swarm({ x: ['vote'] }, ['x.prediction -> mean.prediction', 'mean.prediction -> x.prediction']),
    /"mean", "x" wait for each other/,
    'mended',
  ],
  [
    'no-goal',
    'a swarm without a goal',
    buildSwarm({ ...NODES, goal: ['probe'] }, LINKS),
    /what it is for/,
    'mended',
  ],
  [
    'several-goals',
    'two goals',
    swarm({ x: ['goal'] }, ['mean.prediction -> x.prediction']),
    /"goal" is already there/,
    'mended',
  ],
  [
    'no-data',
    'a goal without data',
    buildSwarm({ fish: ['fish', { count: 4 }], mean: ['average'], goal: ['goal'] }, LINKS.slice(2)),
    /nothing to learn from/,
    'mended',
  ],
  [
    'no-file',
    'a file without a name',
    swarm({ data: ['dataset', { source: 'file' }] }),
    /names none/,
    'mended',
  ],
  [
    'no-fish',
    'a swarm without fish',
    buildSwarm({ data: ['dataset'], goal: ['goal'] }, []),
    /no fish in the swarm yet/,
    'mended',
  ],
  [
    'needs-aggregator',
    'a school that answers',
    buildSwarm(NODES, [...LINKS.slice(0, 2), 'fish.prediction -> goal.prediction']),
    /is 4 fish, but one voice must answer/,
    'mended',
  ],
  [
    'task-mismatch',
    'text without classes',
    swarm({ data: ['dataset', { task: 'tiny-language' }] }),
    /plain text without classes/,
    'mended',
  ],
  [
    'task-mismatch',
    'a partition by class of text',
    swarm({
      data: ['dataset', { task: 'tiny-language' }],
      part: ['shard', { mode: 'label' }],
      goal: ['goal', { task: 'language-modelling' }],
    }),
    /no classes to divide by/,
    'mended',
  ],
  [
    'task-mismatch',
    'a vote on text',
    swarm({
      mean: ['vote'],
      data: ['dataset', { task: 'tiny-language' }],
      goal: ['goal', { task: 'language-modelling' }],
    }),
    /gives no probabilities/,
    'no fix',
  ],
  [
    'task-mismatch',
    'perplexity of classes',
    swarm({ goal: ['goal', { metric: 'perplexity' }] }),
    /Perplexity does not measure classification/,
    'mended',
  ],
  [
    'tokenizer-mismatch',
    'two vocabularies',
    swarm({ x: ['dataset', { tokenizer: 'byte' }], y: ['fish'] }, [
      'x.examples -> y.examples',
      'y.prediction -> mean.prediction',
    ]),
    /differ in "Tokens"/,
    'mended',
  ],
  [
    'context-mismatch',
    'fish that read different lengths',
    swarm({ x: ['fish', { context: 48 }] }, [
      'part.examples -> x.examples',
      'x.prediction -> mean.prediction',
    ]),
    /context of 48 and "fish" one of 32/,
    'mended',
  ],
  [
    'shape-conflict',
    'weights of different shapes',
    swarm({ x: ['fish', { width: 32 }] }, [
      'part.examples -> x.examples',
      'x.prediction -> mean.prediction',
      'x.weights -> fish.weights',
    ]),
    /differ in width \(32 and 64\)/,
    'mended',
  ],
  [
    'heads-divide-width',
    'heads that do not divide',
    swarm({ fish: ['fish', { heads: 7 }] }),
    /7 heads do not divide a width of 64/,
    'mended',
  ],
  [
    'rotary-needs-even',
    'odd heads that rotate',
    swarm({ fish: ['fish', { width: 12, heads: 4, positional: 'rotary' }] }),
    /a head has 3/,
    'mended',
  ],
  [
    'rotary-needs-even',
    'a width no head count makes even',
    swarm({ fish: ['fish', { width: 7, heads: 7, positional: 'rotary' }] }),
    /a head has 1/,
    'mended',
  ],
  [
    'unknown-fish',
    'a fault on fish 9 of 4',
    swarm({ x: ['fault', { fish: '2, 9' }] }, ['x.control -> fish.control']),
    /strikes fish 9, but "fish" has only 4 fish/,
    'mended',
  ],
  [
    'fault-after-end',
    'a fault after the end',
    swarm({ x: ['fault', { round: 99 }] }, ['x.control -> fish.control']),
    /ends after round 20/,
    'mended',
  ],
  ['not-connected', 'a fault on nobody', swarm({ x: ['fault'] }), /strikes nobody/, 'mended'],
  [
    'not-connected',
    'a fish nobody hears',
    swarm({ x: ['fish'] }, ['part.examples -> x.examples']),
    /reaches the goal/,
    'mended',
  ],
  [
    'not-connected',
    'a vote nobody hears',
    swarm({ x: ['vote'] }, ['fish.prediction -> x.prediction']),
    /reaches the goal/,
    'mended',
  ],
  [
    'unknown-group',
    'a group there is not',
    {
      ...whole,
      nodes: Object.fromEntries(
        Object.entries(whole.nodes).map(([id, node]) => [
          id,
          id === 'fish' ? { ...node, group: 'g' as NonNullable<typeof node.group> } : node,
        ]),
      ),
    },
    /group "g", which is not in the swarm/,
    'mended',
  ],
  [
    'weights-missing',
    'a weighted mean of nothing',
    (() => {
      const s = swarm({ mean: ['weighted', { by: 'fixed' }] });
      return {
        ...s,
        links: Object.fromEntries(
          Object.entries(s.links).map(([id, link]) => [
            id,
            { ...link, params: { ...link.params, strength: 0 } },
          ]),
        ),
      };
    })(),
    /all of them are 0/,
    'mended',
  ],
  ['ignored-param', 'a delay', withLink({ delay: 2 }), /does not act on a delay/, 'mended'],
  [
    'limit',
    'too many fish',
    swarm(Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`x${i}`, ['fish', { count: 64 }]]))),
    /has 324 fish; 256 is the most/,
    'no fix',
  ],
  [
    'limit',
    'too many pairs',
    swarm(
      { a: ['fish', { count: 64 }], b: ['fish', { count: 64 }] },
      ['state', 'prediction', 'weights'].flatMap((port) => [
        `a.${port} -> b.${port}`,
        `b.${port} -> a.${port}`,
      ]),
    ),
    /24,576 pairs/,
    'no fix',
  ],
  [
    'limit',
    'too much memory',
    swarm({ fish: ['fish', { count: 16, layers: 24, width: 1024, heads: 8, feedForward: 4096 }] }),
    /GB of memory/,
    'no fix',
  ],
  [
    'control-conflict',
    'a controller on an aggregator that weighs by itself',
    swarm({ mean: ['weighted'], x: ['organise'] }, ['x.control -> mean.control']),
    /weighs its sources anew/,
    'mended',
  ],
  [
    'control-conflict',
    'two controllers on one aggregator',
    swarm({ x: ['organise'], y: ['reinforce'] }, ['x.control -> mean.control', 'y.control -> mean.control']),
    /already controlled by "x"/,
    'mended',
  ],
  ['not-connected', 'a controller of nothing', swarm({ x: ['reinforce'] }), /controls nothing/, 'mended'],
  [
    'not-connected',
    'an organiser of fish that do not talk',
    swarm({ x: ['organise'] }, ['x.control -> fish.control']),
    /nothing to organise between them/,
    'no fix',
  ],
];
