import type { PredictionSource, SwarmPlan, TalkLink } from '#engine/compile/plan.ts';
import type { FishId, LinkId } from '#engine/core/brand.ts';
import type { LoopState } from './loopState.ts';

export type Links = LoopState['links'];

/** Key of a whole link, or of one pair of fish that it joins. */
export const linkKey = (link: LinkId, from?: FishId, to?: FishId): string =>
  from === undefined || to === undefined ? link : `${link} ${from}>${to}`;

/** The strength of a link between two fish at this moment: set for the pair, or for the link, or the document's. */
export function strengthOf(links: Links, { linkId, from, to, strength }: TalkLink): number {
  return links[linkKey(linkId, from, to)] ?? links[linkId] ?? strength;
}

/** The strength with which an aggregator, or what else reads it, hears a source at this moment. */
export const sourceStrength = (links: Links, { linkId, weight }: PredictionSource): number =>
  links[linkId] ?? weight;

/** The links between fish as they are now; cut ones are left out. The plan's own where no command changed any. */
export function liveTalk({ talk }: SwarmPlan, links: Links): readonly TalkLink[] {
  if (Object.keys(links).length === 0) return talk;
  return talk.flatMap((link) => {
    const strength = strengthOf(links, link);
    return strength === 0 ? [] : [strength === link.strength ? link : { ...link, strength }];
  });
}
