import type { LinkId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { followById } from '../ui/followById.ts';
import { rememberLast } from '../ui/rememberLast.ts';
import { isComputing, type LiveRun } from './liveRun.ts';
import { allDead } from './runFish.ts';
import { dotSeconds, liveStrength, trafficOf } from './runLinks.ts';
import { useRuns } from './runStore.ts';
import { shownRun, shownRunSlowly } from './shownRun.ts';
import { useTick } from './useRunSlowly.ts';

/** How a link does in a run. */
export interface LinkLook {
  /** All fish of one of its ends are dead. */
  readonly dead: boolean;
  readonly computing: boolean;
  /** The strength a person gave it while the swarm runs; null: the document's. */
  readonly strength: number | null;
  /** Seconds a dot takes from one place to the next; null: nothing passes; undefined: nothing is counted. */
  readonly seconds: number | null | undefined;
  /** Messages of the last round that were lost. */
  readonly dropped: number;
}

type Now = Pick<LiveRun, 'fish' | 'fishState' | 'deeds'> & { readonly computing: boolean };

/** The looks of all links of a document in a run. */
export function linkLooksOf(
  links: SwarmDocument['links'],
  now: Now,
  latest: LiveRun['latest'],
): ReadonlyMap<LinkId, LinkLook> {
  return new Map(
    Object.entries(links).map(([key, { from, to }]) => {
      const id = key as LinkId; // the record's keys are LinkIds
      const traffic = trafficOf({ latest, deeds: now.deeds }, id);
      const seconds = traffic === null ? undefined : dotSeconds(traffic);
      return [
        id,
        {
          dead: allDead(now, from.node) || allDead(now, to.node),
          computing: now.computing,
          strength: liveStrength(now, id),
          seconds: typeof seconds === 'number' ? Math.round(seconds * 10) / 10 : seconds,
          dropped: traffic?.dropped ?? 0,
        },
      ] as const;
    }),
  );
}

const NOTHING: LiveRun['latest'] = {};
const NONE: ReadonlyMap<LinkId, LinkLook> = new Map();

const looks = rememberLast(
  (
    links: SwarmDocument['links'],
    fish: Now['fish'],
    fishState: Now['fishState'],
    deeds: Now['deeds'],
    computing: boolean,
    latest: LiveRun['latest'],
  ) => linkLooksOf(links, { fish, fishState, deeds, computing }, latest),
);

/** How each link does in the shown run, by link; what passes it as it was at the last slow tick. */
export const linkLooks = followById<LinkId, LinkLook>(
  [useRuns, useTick, useDocuments],
  () => {
    const links = activeTab(useDocuments.getState())?.document.links;
    const run = shownRun();
    if (run === undefined || links === undefined) return NONE;
    const { fish, fishState, deeds, state } = run;
    const latest = shownRunSlowly()?.latest ?? NOTHING;
    return looks(links, fish, fishState, deeds, isComputing(state), latest);
  },
  (a, b) =>
    a.dead === b.dead &&
    a.computing === b.computing &&
    a.strength === b.strength &&
    a.seconds === b.seconds &&
    a.dropped === b.dropped,
);
