import type { SwarmDocument } from '../engine/document/schema.ts';
import { templateWith } from '../engine/document/templateWith.testing.ts';

/** The distributed template, small and short. */
export const shortSwarm = (settings: Readonly<Record<string, string>> = {}): SwarmDocument =>
  templateWith('distributed', {
    'nodes.dataset.params.examples': '300',
    'nodes.fish.params.count': '4',
    'nodes.shard.params.replicas': '2',
    'nodes.fish.params.width': '16',
    'nodes.fish.params.heads': '2',
    'nodes.fish.params.feedForward': '32',
    'run.rounds': '4',
    'run.local': '4 steps',
    ...settings,
  });

/** The language model of the templates, with two small fish of each kind and few sentences. */
export const shortStory = (): SwarmDocument =>
  templateWith('storyteller', {
    'nodes.dataset.params.examples': '500',
    'nodes.deep.params.width': '32',
    'nodes.deep.params.feedForward': '64',
    'nodes.flat.params.width': '32',
    'nodes.flat.params.feedForward': '64',
    'run.rounds': '3',
  });
