import type { Experiment } from './experiment.ts';
import { federated } from './federated.ts';
import { federatedPrivacy } from './federatedPrivacy.ts';
import { federatedRobust } from './federatedRobust.ts';
import { gossip } from './gossip.ts';

/** Every experiment there is, in the order of docs/concepts.md. */
export const EXPERIMENTS: readonly Experiment[] = [gossip, federated, federatedRobust, federatedPrivacy];
