import type { NodeId } from '#engine/core/brand.ts';
import { useDocuments } from '../documents/store.ts';
import { followById } from '../ui/followById.ts';
import { rememberLast } from '../ui/rememberLast.ts';
import { lookOf, lookTone } from './fishLook.ts';
import type { LiveRun } from './liveRun.ts';
import { type NodeWord, nodeWord } from './nodeWord.ts';
import { allDead, fishOfNode } from './runFish.ts';
import { useRuns } from './runStore.ts';
import { shownRun } from './shownRun.ts';

/** How the fish of a node do. */
export interface NodeLook {
  readonly dead: boolean;
  /** What all of them are alike, where it is worth a word. */
  readonly word: NodeWord | null;
  /** The worst of them: their state as a colour. */
  readonly tone: ReturnType<typeof lookTone>;
}

const TONES: readonly NodeLook['tone'][] = ['bad', 'warn', 'cold', '', 'ok'];

type Run = Pick<LiveRun, 'fish' | 'fishState' | 'fishTrouble' | 'fishBack' | 'state' | 'round'>;

/** The looks of all nodes that have fish in a run. */
export function looksOf(run: Run): ReadonlyMap<NodeId, NodeLook> {
  const nodes = new Set(run.fish.map(({ nodeId }) => nodeId as NodeId)); // the engine names nodes as the document does
  return new Map(
    Array.from(nodes, (node) => {
      const tones = new Set(fishOfNode(run, node).map(({ id }) => lookTone(lookOf(run, id))));
      const worst = TONES.find((tone) => tones.has(tone)) ?? '';
      // Of a school that lives on, some of whom are dead.
      const tone = worst === 'bad' && tones.size > 1 ? 'warn' : worst;
      return [node, { dead: allDead(run, node), word: nodeWord(run, node), tone }] as const;
    }),
  );
}

const NONE: ReadonlyMap<NodeId, NodeLook> = new Map();

const looks = rememberLast(
  (
    fish: Run['fish'],
    fishState: Run['fishState'],
    fishTrouble: Run['fishTrouble'],
    fishBack: Run['fishBack'],
    state: Run['state'],
    round: number,
  ) => looksOf({ fish, fishState, fishTrouble, fishBack, state, round }),
);

/** How the fish of each node of the shown run do, by node. */
export const nodeLooks = followById<NodeId, NodeLook>(
  [useRuns, useDocuments],
  () => {
    const run = shownRun();
    if (run === undefined) return NONE;
    const { fish, fishState, fishTrouble, fishBack, state } = run;
    // Rounds go by without changing a look, but for fish that came back lately.
    const round = Object.keys(fishBack).length > 0 ? run.round : 0;
    return looks(fish, fishState, fishTrouble, fishBack, state, round);
  },
  (a, b) =>
    a.dead === b.dead && a.tone === b.tone && a.word?.word === b.word?.word && a.word?.tone === b.word?.tone,
);
