import type { Member } from '#engine/compile/mechanisms/federated.ts';
import type { FishId, NodeId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { sentWeights } from '../sent.ts';
import type { World } from './mechanism.ts';

/** A server as those see it whose client it is. */
export interface ServerHandle {
  readonly clients: readonly Member[];
  /** [P]; a copy. */
  weights(world: World): Float32Array;
  /** Takes these weights as its own and passes them on to its clients. */
  adopt(world: World, weights: Float32Array): void;
}

/** The weights of fish and of servers alike, for whoever joins them. */
export class Members {
  readonly #servers = new Map<NodeId, ServerHandle>();

  register(id: NodeId, server: ServerHandle): void {
    this.#servers.set(id, server);
  }

  #server(id: NodeId): ServerHandle {
    const server = this.#servers.get(id);
    if (server === undefined) throw new ShuuraiError('internal', `The run has no server "${id}".`);
    return server;
  }

  /** Whether it can send and take weights now: a fish that lives and is not frozen, a server with such a client. */
  isHere(world: World, member: Member): boolean {
    if (member.kind === 'fish') {
      const frozen = world.state.fish[member.id]?.frozen === true;
      return world.weights.has(member.id) && world.isAlive(member.id) && !frozen;
    }
    return this.#server(member.id).clients.some((client) => this.isHere(world, client));
  }

  /** Every fish below a member. */
  fishOf(member: Member): readonly FishId[] {
    if (member.kind === 'fish') return [member.id];
    return this.#server(member.id).clients.flatMap((client) => this.fishOf(client));
  }

  /** [P] each, by member; copies. */
  read(world: World, members: readonly Member[]): Map<string, Float32Array> {
    const fish = members.flatMap((member) => (member.kind === 'fish' ? [member.id] : []));
    const rows = new Map<string, Float32Array>(world.weights.readMany(new Set(fish)));
    for (const member of members) {
      if (member.kind === 'server') rows.set(member.id, this.#server(member.id).weights(world));
    }
    return rows;
  }

  /** @param rows [P] each, by member */
  write(world: World, members: readonly Member[], rows: ReadonlyMap<string, Float32Array>): void {
    const fish = new Map<FishId, Float32Array>();
    for (const member of members) {
      const values = rows.get(member.id);
      if (values === undefined) continue;
      if (member.kind === 'fish') fish.set(member.id, values);
      else this.#server(member.id).adopt(world, values);
    }
    world.weights.writeMany(fish);
  }
}

/** What a member sends of its weights or of a change of them: a fish whose sign is flipped the opposite (../sent.ts). */
export function saidBy({ state }: World, { kind, id }: Member, values: Float32Array): Float32Array {
  return kind === 'fish' ? sentWeights(state.fish[id], values) : values;
}
