import { corruptByNoise } from './corruptByNoise.ts';
import type { FishCommand } from './fishCommand.ts';
import { flipLabels } from './flipLabels.ts';
import { flipSign } from './flipSign.ts';
import { freezeFish } from './freezeFish.ts';
import { healFish } from './healFish.ts';
import { killSelectedFish } from './killSelectedFish.ts';
import { removeFish } from './removeFish.ts';
import { replaceFish } from './replaceFish.ts';
import { reviveSelectedFish } from './reviveSelectedFish.ts';
import { unfreezeFish } from './unfreezeFish.ts';

/** What can be done to a fish of a running swarm, in the order of its menus. */
export const FISH_COMMANDS: readonly FishCommand[] = [
  reviveSelectedFish,
  killSelectedFish,
  unfreezeFish,
  freezeFish,
  healFish,
  corruptByNoise,
  flipSign,
  flipLabels,
  replaceFish,
  removeFish,
];
