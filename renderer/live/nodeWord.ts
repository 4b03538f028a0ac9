import type { NodeId } from '#engine/core/brand.ts';
import { isWell, lookOf, lookTone, lookWord } from './fishLook.ts';
import type { LiveRun } from './liveRun.ts';
import { fishOfNode } from './runFish.ts';

export interface NodeWord {
  readonly word: string;
  readonly tone: string;
}

/** "dead", "frozen", "noisy": what all fish of a node are alike; null while they are well, or differ. */
export function nodeWord(
  run: Pick<LiveRun, 'fish' | 'fishState' | 'fishTrouble' | 'fishBack' | 'round' | 'state'>,
  node: NodeId,
): NodeWord | null {
  const looks = fishOfNode(run, node).map(({ id }) => lookOf(run, id));
  const [first, ...others] = looks;
  if (first === undefined || run.state === 'queued' || run.state === 'preparing') return null;
  const word = lookWord(first);
  if (isWell(first) || others.some((look) => lookWord(look) !== word)) return null;
  return { word, tone: lookTone(first) };
}
