import { average } from './average/index.ts';
import { cascade } from './cascade/index.ts';
import { dataset } from './dataset/index.ts';
import { evolve } from './evolve/index.ts';
import { fault } from './fault/index.ts';
import { federated } from './federated/index.ts';
import { fish } from './fish/index.ts';
import { gate } from './gate/index.ts';
import { goal } from './goal/index.ts';
import { hub } from './hub/index.ts';
import type { NodeKind } from './kind.ts';
import { organise } from './organise/index.ts';
import { probe } from './probe/index.ts';
import { reinforce } from './reinforce/index.ts';
import { robust } from './robust/index.ts';
import { shard } from './shard/index.ts';
import { stacking } from './stacking/index.ts';
import { supervise } from './supervise/index.ts';
import { vote } from './vote/index.ts';
import { weighted } from './weighted/index.ts';

/** Every kind of node there is, in the order of the palette. A new kind is a folder here and one entry. */
export const NODE_KINDS: readonly NodeKind[] = [
  dataset,
  shard,
  fish,
  hub,
  average,
  weighted,
  vote,
  robust,
  stacking,
  gate,
  cascade,
  federated,
  evolve,
  reinforce,
  organise,
  supervise,
  fault,
  probe,
  goal,
];

const byName = new Map(NODE_KINDS.map((kind) => [kind.kind, kind]));

/** The kind of this name; undefined where this build does not know it. */
export function kindOf(name: string): NodeKind | undefined {
  return byName.get(name);
}
