import type { LinkId } from '#engine/core/brand.ts';
import type { RunEventBody } from '#engine/protocol/events.ts';
import { linkSeries, swarmSeries } from '#engine/protocol/series.ts';
import type { LoopState } from './loopState.ts';

/** What can cross a link: never an example. */
export type Cargo = 'weights' | 'state' | 'prediction';

export interface Crossing {
  readonly messages: number;
  readonly bytes: number;
  readonly dropped: number;
  /** How strongly it acted; absent: nothing to tell. */
  readonly weight?: number;
}

/** Above this many links in a round their series would drown everything else; the audit has them all. */
const MOST_LINKS = 256;

/** Counts what crosses each link in a round. Part of the loop's state, so that a resumed round counts on. */
export class Traffic {
  readonly #state: LoopState;

  constructor(state: LoopState) {
    this.#state = state;
  }

  /** `among`: between fish, hubs and servers while they learn; else an answer to an aggregator. */
  crossed(link: LinkId, cargo: Cargo, crossing: Crossing, among: 'learners' | 'answers' = 'learners'): void {
    const { traffic } = this.#state;
    const old = traffic[link];
    traffic[link] = {
      cargo,
      among,
      messages: (old?.messages ?? 0) + crossing.messages,
      bytes: (old?.bytes ?? 0) + crossing.bytes,
      dropped: (old?.dropped ?? 0) + crossing.dropped,
      weight: crossing.weight ?? old?.weight ?? null,
    };
  }

  /** Links that learners talk over, so that a round in which nothing crosses them says so. */
  open(links: Iterable<LinkId>, cargo: Cargo): void {
    for (const link of new Set(links)) this.crossed(link, cargo, { messages: 0, bytes: 0, dropped: 0 });
  }

  /** The round's numbers, for the charts. */
  values(): Record<string, number> {
    const links = Object.entries(this.#state.traffic);
    const learners = links.filter(([, { among }]) => among === 'learners');
    const sum = (of: 'messages' | 'bytes' | 'dropped'): number =>
      learners.reduce((total, [, crossing]) => total + crossing[of], 0);
    return {
      ...(learners.length === 0
        ? {}
        : {
            [swarmSeries('messages')]: sum('messages'),
            [swarmSeries('messageBytes')]: sum('bytes'),
            [swarmSeries('messagesDropped')]: sum('dropped'),
          }),
      ...Object.fromEntries(
        links
          .slice(0, MOST_LINKS)
          .flatMap(([id, { messages, bytes, dropped, weight }]) => [
            [linkSeries(id, 'messages'), messages],
            [linkSeries(id, 'bytes'), bytes],
            [linkSeries(id, 'dropped'), dropped],
            ...(weight === null ? [] : ([[linkSeries(id, 'weight'), weight]] as const)),
          ]),
      ),
    };
  }

  /** The round's audit: every link that something crossed or was lost on, and what it was. null where there is none. */
  audit(): RunEventBody | null {
    const crossed = Object.entries(this.#state.traffic)
      .map(([link, { cargo, messages, bytes, dropped }]) => ({
        link,
        cargo,
        messages,
        bytes,
        dropped,
      }))
      .filter(({ messages, dropped }) => messages + dropped > 0);
    return crossed.length === 0 ? null : { type: 'audit', crossed };
  }

  clear(): void {
    this.#state.traffic = {};
  }
}
