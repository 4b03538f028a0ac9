import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { applySet } from '#engine/document/applySet.ts';
import { readDocument } from '#engine/document/parse.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';

/** The distributed template, small and short. */
export async function shortSwarm(settings: Readonly<Record<string, string>> = {}): Promise<SwarmDocument> {
  const path = fileURLToPath(new URL('../templates/distributed.swarm', import.meta.url));
  let document = readDocument(await readFile(path, 'utf8'), 'distributed.swarm');
  const all = {
    'nodes.dataset.params.examples': '300',
    'nodes.fish.params.count': '4',
    'nodes.shard.params.replicas': '2',
    'nodes.fish.params.width': '16',
    'nodes.fish.params.heads': '2',
    'nodes.fish.params.feedForward': '32',
    'run.rounds': '4',
    'run.local': '4 steps',
    ...settings,
  };
  for (const [key, value] of Object.entries(all)) document = applySet(document, key, value);
  return document;
}
