import { z } from 'zod';
import type { Wire } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '../../core/text.ts';
import { isLost } from '../faults.ts';
import type { Cargo } from '../traffic.ts';
import { wireStrength } from '../wiring.ts';
import type { World } from './mechanism.ts';
import { readMemory } from './remembered.ts';
import type { Vault } from './vault.ts';

export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly values: Float32Array;
  /** Round it was sent in. */
  readonly sent: number;
}

const waitingSchema = z.array(
  z.object({ name: z.string(), from: z.string(), to: z.string(), sent: z.number(), arrives: z.number() }),
);
type Waiting = z.output<typeof waitingSchema>[number];

/** Carries weights (or predictions) between members and their server or hub: loses, delays and counts them as the link says. */
export class Courier {
  readonly #vault: Vault;
  readonly #cargo: Cargo;
  #waiting: Waiting[] = [];

  constructor(vault: Vault, cargo: Cargo = 'weights') {
    this.#vault = vault;
    this.#cargo = cargo;
  }

  /** `bytes`: what the message takes. Returns whether it goes its way: the link is not cut, and the message not lost. */
  send(world: World, wire: Wire, from: string, to: string, values: Float32Array, bytes: number): boolean {
    const { plan, state } = world;
    const { round } = state;
    const { linkId, loss, delay } = wire;
    const weight = wireStrength(state, wire);
    if (weight === 0) return false;
    const byLink = loss > 0 && world.random('lost', linkId, from, to, round).chance(loss);
    if (byLink || isLost(plan, state, from as FishId, to)) {
      // a server is no fish, so no fault holds it
      world.traffic.crossed(linkId, this.#cargo, { messages: 0, bytes: 0, dropped: 1, weight });
      return false;
    }
    world.traffic.crossed(linkId, this.#cargo, { messages: 1, bytes, dropped: 0, weight });
    const alike = this.#waiting.filter((one) => one.from === from && one.to === to && one.sent === round);
    const name = `letter/${from}/${to}/${round}/${alike.length}`;
    this.#vault.set(name, values);
    this.#waiting.push({ name, from, to, sent: round, arrives: round + delay });
    return true;
  }

  /** What has arrived by this round, in the order in which it was sent. */
  arrived(round: number): Letter[] {
    const here = this.#waiting.filter(({ arrives }) => arrives <= round);
    this.#waiting = this.#waiting.filter(({ arrives }) => arrives > round);
    return here.map(({ name, from, to, sent }) => {
      const values = this.#vault.get(name);
      if (values === undefined) throw new ShuuraiError('internal', t`The letter "${name}" has no content.`);
      this.#vault.delete(name);
      return { from, to, sent, values };
    });
  }

  capture(): unknown {
    return this.#waiting;
  }

  /** `owner`: the node whose messages these are. */
  restore(memory: unknown, owner: string): void {
    this.#waiting = readMemory(waitingSchema, memory, owner);
  }
}
