import { serialize } from '../document/serialize.ts';
import { templateWith } from '../document/templateWith.testing.ts';

/** The distributed template, so small that a test can wait for it. */
export const smallSwarm = (settings: Readonly<Record<string, string>> = {}): string =>
  serialize(
    templateWith('distributed', {
      'nodes.dataset.params.examples': '200',
      'nodes.fish.params.count': '4',
      'nodes.shard.params.replicas': '2',
      'nodes.fish.params.width': '16',
      'nodes.fish.params.heads': '2',
      'nodes.fish.params.feedForward': '32',
      'run.local': '4 steps',
      'run.executor': 'onnx',
      ...settings,
    }),
  );
