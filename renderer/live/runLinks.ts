import type { LinkId } from '#engine/core/brand.ts';
import { linkSeries } from '#engine/protocol/series.ts';
import type { LiveRun } from './liveRun.ts';

/** The strength a person gave a whole link while the swarm runs, 0: cut; null: the document's. */
export function liveStrength(run: Pick<LiveRun, 'deeds'>, link: LinkId): number | null {
  for (let at = run.deeds.length - 1; at >= 0; at -= 1) {
    const command = run.deeds[at]?.command;
    if (command === undefined || !('link' in command) || command.link !== link) continue;
    if (command.type === 'restore-link') return null;
    if (command.from !== undefined) continue;
    return command.type === 'cut-link' ? 0 : command.value;
  }
  return null;
}

export interface Traffic {
  readonly messages: number;
  readonly bytes: number;
  readonly dropped: number;
  /** How strongly it acted; null where it has no weight. */
  readonly weight: number | null;
}

/** What crossed a link in the last round; null where nothing is counted (examples, control, very many links). */
export function trafficOf(run: Pick<LiveRun, 'latest' | 'deeds'>, link: LinkId): Traffic | null {
  const messages = run.latest[linkSeries(link, 'messages')];
  if (messages === undefined) return null;
  // What crossed before it was cut is no longer what crosses.
  if (liveStrength(run, link) === 0) return { messages: 0, bytes: 0, dropped: 0, weight: 0 };
  return {
    messages,
    bytes: run.latest[linkSeries(link, 'bytes')] ?? 0,
    dropped: run.latest[linkSeries(link, 'dropped')] ?? 0,
    weight: run.latest[linkSeries(link, 'weight')] ?? null,
  };
}

/** Seconds a dot takes from one place to the next: more messages, faster dots. null: nothing moves. */
export function dotSeconds(traffic: Traffic): number | null {
  if (traffic.messages === 0) return null;
  return Math.max(0.6, 2 - 0.35 * Math.log2(1 + traffic.messages));
}
