import type { DiagnosticCode } from './codes.ts';

/** What each code means, for the reference; the diagnostic itself names the place and what to do. */
export const EXPLANATIONS: Readonly<Record<DiagnosticCode, string>> = {
  'unknown-kind':
    'A node is of a kind this version does not know. It keeps its data, but the swarm cannot run.',
  'bad-param': 'A parameter is out of range, of the wrong type, not known, or at odds with another one.',
  'dangling-link': 'A link begins or ends at a node that is not there.',
  'unknown-port': 'A link names a port its node does not have.',
  'wrong-direction': 'A link comes out of a way in, or goes into a way out.',
  'incompatible-ports': 'A link joins ports of different types, or kinds of node that cannot talk this way.',
  'too-many-links': 'More links are drawn to a port than it takes.',
  'duplicate-link': 'Two links join the same two ports.',
  'self-link': 'A link joins a node to itself.',
  'missing-input': 'A port that needs a link has none.',
  cycle: 'Nodes wait for each other in a circle. Talk between fish may go round; decisions may not.',
  'no-goal': 'The swarm has no goal.',
  'several-goals': 'The swarm has more than one goal.',
  'no-data': 'The swarm has no dataset.',
  'no-file': 'A dataset reads a file but names none.',
  'needs-aggregator': 'A school of several fish is linked to the goal, where one voice must answer.',
  'ignored-param': 'A link has a parameter that this version carries but does not act on.',
  'no-fish': 'The swarm has no fish.',
  'task-mismatch': 'The goal asks for something that the data or an aggregator cannot give.',
  'tokenizer-mismatch': 'Two datasets of one swarm are read with different tokens.',
  'context-mismatch': 'Fish of one swarm read pieces of text of different lengths.',
  'shape-conflict': 'Fish that mix weights are not built and trained alike.',
  'heads-divide-width': 'The attention heads of a fish do not divide its width.',
  'rotary-needs-even': 'Rotary positions need an even number of numbers in each head.',
  'unknown-fish': 'A fault strikes a fish its school does not have.',
  'fault-after-end': 'A fault strikes after the last round.',
  limit: 'The swarm is larger than what is supported, or needs much memory.',
  'not-connected': 'What a node does reaches neither the goal nor a probe.',
  'unknown-group': 'A node or group stands in a group that is not there, or a group in itself.',
  'weights-missing': 'A weighted mean takes its weights from its links, and all of them are 0.',
  'control-conflict':
    'An aggregator would get the weights of its sources from two hands: two controllers, or a controller and itself.',
};
