import type { PredictionSource, SwarmPlan, TalkLink, Wire } from '#engine/compile/plan.ts';
import type { FishId, LinkId, NodeId } from '#engine/core/brand.ts';
import { isLost } from './faults.ts';
import type { LoopState } from './loopState.ts';

type Links = LoopState['links'];
/** What the wiring of a moment follows from, besides the plan. */
export type Wiring = Pick<LoopState, 'links' | 'faults' | 'round'>;

/** Key of a whole link, or of one pair of fish that it joins. */
export const linkKey = (link: LinkId, from?: FishId, to?: FishId): string =>
  from === undefined || to === undefined ? link : `${link} ${from}>${to}`;

/** The strength of a link between two fish at this moment: set for the pair, or for the link, or the document's. */
function strengthOf(links: Links, { linkId, from, to, strength, hub }: TalkLink): number {
  const here = links[linkKey(linkId, from, to)] ?? links[linkId];
  if (hub === null) return here ?? strength;
  return (here ?? hub.up) * (links[hub.down] ?? hub.strength) * hub.share;
}

/** The strength of a link to or from a server or hub at this moment. */
export function wireStrength({ links }: Pick<LoopState, 'links'>, { linkId, strength }: Wire): number {
  return links[linkId] ?? strength;
}

/** The strength with which an aggregator hears a source in this round; 0: not at all. */
export function sourceStrength(
  plan: SwarmPlan,
  state: Wiring,
  source: PredictionSource,
  aggregator: NodeId,
): number {
  if (source.kind === 'fish' && isLost(plan, state, source.fish, aggregator)) return 0;
  return state.links[source.linkId] ?? source.weight;
}

/**
 * The links between fish as they are in this round, without those that are cut and those for states and predictions whose
 * message is lost. The plan's own
 * where nothing changed them.
 */
export function liveTalk(plan: SwarmPlan, state: Wiring): readonly TalkLink[] {
  const { talk } = plan;
  if (Object.keys(state.links).length === 0 && Object.keys(state.faults).length === 0) return talk;
  return talk.flatMap((link) => {
    // Of weights a lost message undoes the exchange of both fish, so whoever mixes them asks for it.
    if (link.family !== 'weights' && isLost(plan, state, link.from, link.to)) return [];
    const strength = strengthOf(state.links, link);
    return strength === 0 ? [] : [strength === link.strength ? link : { ...link, strength }];
  });
}
