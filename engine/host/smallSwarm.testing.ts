import { readFileSync } from 'node:fs';
import { applySet } from '../document/applySet.ts';
import { readDocument } from '../document/parse.ts';
import { serialize } from '../document/serialize.ts';

const template = new URL('../../templates/distributed.swarm', import.meta.url);

/** The distributed template, so small that a test can wait for it. */
export function smallSwarm(settings: Readonly<Record<string, string>> = {}): string {
  let document = readDocument(readFileSync(template, 'utf8'), 'distributed.swarm');
  const all = {
    'nodes.dataset.params.examples': '200',
    'nodes.fish.params.count': '4',
    'nodes.shard.params.replicas': '2',
    'nodes.fish.params.width': '16',
    'nodes.fish.params.heads': '2',
    'nodes.fish.params.feedForward': '32',
    'run.local': '4 steps',
    'run.executor': 'onnx',
    ...settings,
  };
  for (const [path, value] of Object.entries(all)) document = applySet(document, path, value);
  return serialize(document);
}
