import type { FishId, NodeId } from '../core/brand.ts';
import { PROPOSALS_PORT } from '../nodes/predictionPorts.ts';
import { type DocumentIndex, type LinkEntry, portOf } from '../validate/documentIndex.ts';
import type { LossyVoice, TalkLink } from './plan.ts';
import { wireOf } from './wire.ts';

type FishOf = (nodeId: NodeId) => readonly FishId[];

/** Links between fish, directly or through hubs, one entry for each pair; a fish never hears itself. */
export function talkLinks(index: DocumentIndex, fishOf: FishOf): TalkLink[] {
  const hubs = [...index.nodes.values()].filter(({ node }) => node.kind === 'hub');
  return [
    ...index.links.flatMap((entry) => directTalk(index, entry, fishOf)),
    ...hubs.flatMap(({ id, incoming, outgoing }) =>
      (['state', 'prediction'] as const).flatMap((family) =>
        hubTalk(
          id,
          family,
          incoming.filter(({ link }) => link.to.port === family),
          outgoing.filter(({ link }) => link.from.port === family),
          fishOf,
        ),
      ),
    ),
  ];
}

function directTalk(index: DocumentIndex, { id, link }: LinkEntry, fishOf: FishOf): TalkLink[] {
  const target = index.nodes.get(link.to.node);
  const port = target === undefined ? undefined : portOf(target, 'in', link.to.port);
  const family = port?.id === PROPOSALS_PORT ? 'proposal' : port?.type;
  if (family !== 'state' && family !== 'prediction' && family !== 'weights' && family !== 'proposal')
    return [];
  const { trainable } = link.params;
  return fishOf(link.from.node).flatMap((from) =>
    fishOf(link.to.node)
      .filter((to) => to !== from)
      .map((to) => ({ ...wireOf(id, link), family, from, to, trainable, hub: null })),
  );
}

/**
 * Everyone who listens to a hub hears the mean of all others who speak to it: a link from each to each, their strengths
 * divided by how many speak. What passes has passed both links: it acts in rounds that both act in, and both may lose it.
 */
function hubTalk(
  nodeId: NodeId,
  family: 'state' | 'prediction',
  ups: readonly LinkEntry[],
  downs: readonly LinkEntry[],
  fishOf: FishOf,
): TalkLink[] {
  const speakers = ups.flatMap((up) => fishOf(up.link.from.node).map((from) => ({ up, from })));
  return downs.flatMap((down) =>
    fishOf(down.link.to.node).flatMap((to) => {
      const others = speakers.filter(({ from }) => from !== to);
      return others.map(({ up, from }) => {
        const [above, below] = [wireOf(up.id, up.link), wireOf(down.id, down.link)];
        return {
          ...above,
          family,
          from,
          to,
          trainable: false,
          strength: above.strength * below.strength * (1 / others.length),
          every: leastCommonMultiple(above.every, below.every),
          loss: 1 - (1 - above.loss) * (1 - below.loss),
          hub: {
            nodeId,
            down: down.id,
            up: above.strength,
            strength: below.strength,
            share: 1 / others.length,
          },
        };
      });
    }),
  );
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Prediction links that end elsewhere than where fish learn from them, and may lose what passes. */
export function lossyVoices(index: DocumentIndex): LossyVoice[] {
  return index.links.flatMap(({ id, link }) => {
    const target = index.nodes.get(link.to.node);
    if (target === undefined || ['fish', 'hub', 'federated'].includes(target.node.kind)) return [];
    const isVoice = portOf(target, 'in', link.to.port)?.type === 'prediction';
    return isVoice && link.params.loss > 0 ? [{ linkId: id, loss: link.params.loss }] : [];
  });
}
