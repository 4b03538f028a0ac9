import type { FederatedPlan, Member } from '#engine/compile/mechanisms/federated.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { nodeSeries } from '#engine/protocol/series.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import { t } from '../../../core/text.ts';
import { epsilonSpent } from '../../federated/accountant.ts';
import { compress } from '../../federated/compression.ts';
import { jointUpdate, privateMean } from '../../federated/jointUpdate.ts';
import { type OuterMoments, outerStep } from '../../federated/outerStep.ts';
import { clipTo, combination, norm } from '../../federated/vectors.ts';
import { restUnasked } from '../askedClients.ts';
import { checkShares } from '../checkShares.ts';
import { Courier, type Letter } from '../courier.ts';
import type { Mechanism, World } from '../mechanism.ts';
import { type Members, type ServerHandle, saidBy } from '../members.ts';
import { readMemory } from '../remembered.ts';
import { Vault } from '../vault.ts';
import { askedClients, clientWeight, isFresh } from './clients.ts';
import { MaskedUpdates } from './maskedUpdates.ts';
import { type Memory, memorySchema, nothingYet } from './memory.ts';

const MODEL = 'model';
const baseName = (client: string): string => `base/${client}`;
const restName = (client: string): string => `rest/${client}`;

/**
 * A federated server: every k rounds the clients asked send what they learned since, theta_i - base_i, the server joins
 * these updates, takes a step of its own optimizer, and sends its weights to every client that lives, so that the fish of
 * the swarm all are its model when they are asked (McMahan et al. 2017, arXiv 1602.05629, algorithm 1).
 *
 * The base of a client is the model it took last; after it has sent an update that no model answered (one was lost or is
 * late), the weights it reported. Clients that are not asked rest: they take no step. Clients keep their optimizer's moments
 * (as DiLoCo's do).
 */
export class FederatedServer implements Mechanism, ServerHandle {
  readonly id: FederatedPlan['nodeId'];
  readonly clients: readonly Member[];
  readonly #plan: FederatedPlan;
  readonly #members: Members;
  readonly #vault = new Vault();
  readonly #courier = new Courier(this.#vault);
  #memory: Memory = nothingYet();
  #checked = 0;

  constructor(plan: FederatedPlan, members: Members) {
    this.id = plan.nodeId;
    this.clients = plan.clients;
    this.#plan = plan;
    this.#members = members;
    members.register(plan.nodeId, this);
  }

  #model(world: World): Float32Array {
    const known = this.#vault.get(MODEL);
    if (known !== undefined) return known;
    // All clients begin with the same weights, and those are the server's.
    const first = this.#plan.clients.find(
      (client) => client.kind === 'server' || world.weights.has(client.id),
    );
    const model = first && this.#members.read(world, [first]).get(first.id);
    if (model === undefined) throw new ShuuraiError('internal', t`The server "${this.id}" has no clients.`);
    this.#vault.set(MODEL, model);
    return model;
  }

  weights(world: World): Float32Array {
    return this.#model(world).slice();
  }

  adopt(world: World, weights: Float32Array): void {
    this.#vault.set(MODEL, weights.slice());
    this.#sendModel(world, this.#living(world));
    this.#takeModels(world, this.#courier.arrived(world.state.round));
  }

  #living(world: World): Member[] {
    return this.#plan.clients.filter((client) => this.#members.isHere(world, client));
  }

  #base(world: World, client: Member): Float32Array {
    return this.#vault.get(baseName(client.id)) ?? this.#model(world);
  }

  begin(world: World): void {
    const { state } = world;
    if (this.#checked !== world.shares.size) {
      checkShares(this.#plan, this.#members, world);
      this.#checked = world.shares.size;
    }
    this.#model(world);
    if ((state.round - 1) % this.#plan.every === 0) this.#ask(world);
    const back = this.#living(world).filter(
      (client) => this.#memory.behind.includes(client.id) || this.#isFresh(world, client),
    );
    if (back.length > 0) {
      this.#memory.behind = this.#memory.behind.filter((id) => !back.some((client) => client.id === id));
      this.#sendModel(world, back);
      this.#takeModels(world, this.#courier.arrived(state.round));
    }
  }

  #isFresh(world: World, client: Member): boolean {
    return isFresh(world, client, this.#memory.generations[client.id]);
  }

  #ask(world: World): void {
    const asked = askedClients(this.#plan, world, this.#living(world));
    this.#memory.asked = asked.map(({ id }) => id);
    const everyone = this.#plan.fraction === 1 && world.state.hearing[this.id] === undefined;
    if (!everyone) restUnasked(world, this.clients, asked);
  }

  communicate(world: World): void {
    const { round } = world.state;
    const acts = round % this.#plan.every === 0;
    world.traffic.open(
      this.#plan.clients.flatMap(({ up, down }) => [up.linkId, down.linkId]),
      'weights',
    );
    if (acts) this.#sendUpdates(world);
    const letters = this.#courier.arrived(round);
    this.#takeModels(world, letters);
    if (!acts) return;
    this.#act(
      world,
      letters.filter(({ to }) => to === this.id),
    );
    this.#sendModel(world, this.#living(world));
    this.#takeModels(world, this.#courier.arrived(round));
    this.#memory.behind = this.#plan.clients
      .filter((client) => !this.#members.isHere(world, client))
      .map(({ id }) => id);
  }

  #sendUpdates(world: World): void {
    const { round } = world.state;
    const { clip, compression, secure } = this.#plan;
    const senders = this.#living(world).filter(
      (client) =>
        this.#memory.asked.includes(client.id) &&
        round % client.up.every === 0 &&
        !this.#isFresh(world, client),
    );
    const rows = this.#members.read(world, senders);
    const hidden = secure ? this.#masked(world) : null;
    const lengths: number[] = [];
    for (const client of senders) {
      const now = rows.get(client.id)!; // read just now
      const base = this.#base(world, client);
      const change = now.map((value, c) => value - base[c]!);
      const update = saidBy(world, client, change);
      const length = norm(update);
      if (!Number.isFinite(length)) continue;
      lengths.push(length);
      this.#vault.set(baseName(client.id), now);
      const kind = client.up.compression === 'none' ? compression : client.up.compression;
      const rest = kind === 'none' ? undefined : this.#vault.get(restName(client.id));
      // What compression leaves out goes with the next update (Karimireddy et al. 2019, arXiv 1901.09847).
      if (rest !== undefined) for (let c = 0; c < update.length; c++) update[c]! += rest[c]!;
      if (clip > 0) clipTo(update, clip);
      const { values, bytes } = compress(kind, hidden?.mask(client.id, update) ?? update);
      if (kind !== 'none') {
        this.#vault.set(
          restName(client.id),
          update.map((value, c) => value - values[c]!),
        );
        if (clip > 0) clipTo(values, clip); // 8 bits may round up
      }
      this.#courier.send(world, client.up, client.id, this.id, values, bytes);
    }
    if (lengths.length === 0) return;
    const longer = lengths.filter((length) => length > clip).length;
    world.metrics({
      [nodeSeries(this.id, 'drift')]: lengths.reduce((a, b) => a + b, 0) / lengths.length,
      ...(clip > 0 ? { [nodeSeries(this.id, 'clipped')]: longer / lengths.length } : {}),
    });
  }

  #masked(world: World): MaskedUpdates {
    const asked = this.#plan.clients.filter(({ id }) => this.#memory.asked.includes(id));
    const weights = asked.map((client) => [client.id, this.#weightOf(world, client)] as const);
    return new MaskedUpdates(this.#plan, world, new Map(weights));
  }

  #weightOf(world: World, client: Member): number {
    return clientWeight(this.#plan, this.#members, world, client);
  }

  #join(world: World, letters: readonly Letter[]): Float32Array | null {
    const plan = this.#plan;
    const updates = letters.flatMap(({ from, values }) => {
      const client = plan.clients.find(({ id }) => id === from);
      return client === undefined ? [] : [{ values, weight: this.#weightOf(world, client) }];
    });
    const sum = plan.secure ? this.#masked(world).unmask(letters) : null;
    if (plan.noise > 0) {
      if (plan.secure && sum === null && letters.length > 0) return null;
      const random = world.random('privacy noise', this.id, world.state.round);
      const plain = combination(
        [new Float32Array(this.#model(world).length), ...updates.map(({ values }) => values)],
        [0, ...updates.map(() => 1)],
      );
      return privateMean(plan, sum?.values ?? plain, random);
    }
    if (!plan.secure) return jointUpdate(plan, updates);
    if (sum === null || sum.weight === 0) return null;
    return sum.values.map((value) => value / sum.weight);
  }

  /** Joins the updates that came and takes the server's step. */
  #act(world: World, letters: readonly Letter[]): void {
    const plan = this.#plan;
    this.#memory.steps += 1;
    const joint = this.#join(world, letters);
    const values: Record<string, number> = {
      [nodeSeries(this.id, 'clients')]: joint === null ? 0 : letters.length,
    };
    if (joint !== null) {
      values[nodeSeries(this.id, 'updateNorm')] = norm(joint);
      const moments: OuterMoments = {
        first: this.#vault.get('first') ?? null,
        second: this.#vault.get('second') ?? null,
      };
      this.#vault.set(MODEL, outerStep(this.#model(world), joint, moments, plan.outer));
      if (moments.first !== null) this.#vault.set('first', moments.first);
      if (moments.second !== null) this.#vault.set('second', moments.second);
    }
    if (plan.noise > 0) values[nodeSeries(this.id, 'epsilon')] = this.#spend(world);
    world.metrics(values);
  }

  #spend(world: World): number {
    const { fraction, noise, delta, budget, name } = this.#plan;
    const epsilon = epsilonSpent(this.#memory.steps, fraction, noise, delta);
    if (budget > 0 && epsilon > budget && !this.#memory.warned) {
      this.#memory.warned = true;
      world.emit({
        type: 'warning',
        message: t`"${name}" has spent an epsilon of ${epsilon.toFixed(2)} at delta ${delta}, more than the budget of ${budget}. Stop the run, or add noise next time.`,
      });
    }
    return epsilon;
  }

  #sendModel(world: World, clients: readonly Member[]): void {
    const model = this.#model(world);
    for (const { id, down } of clients) {
      if (world.state.round % down.every !== 0) continue;
      this.#courier.send(world, down, this.id, id, model, model.length * 4);
    }
  }

  #takeModels(world: World, letters: readonly Letter[]): void {
    const models = new Map(letters.filter(({ to }) => to !== this.id).map(({ to, values }) => [to, values]));
    const takers = this.#living(world).filter(({ id }) => models.has(id));
    const anchored = new Map<FishId, Float32Array>();
    for (const { kind, id } of takers) {
      const model = models.get(id)!; // a taker has one
      if (model === this.#vault.get(MODEL)) this.#vault.delete(baseName(id));
      else this.#vault.set(baseName(id), model);
      if (kind === 'fish') anchored.set(id, model);
      if (kind === 'fish') this.#memory.generations[id] = world.state.fish[id]?.generation ?? 0;
    }
    this.#members.write(world, takers, models);
    if (this.#plan.proximal > 0) world.weights.anchors?.writeMany(anchored);
  }

  capture(): unknown {
    return { ...this.#memory, letters: this.#courier.capture() };
  }

  restore(memory: unknown): void {
    const { letters, ...own } = readMemory(memorySchema, memory, this.id);
    this.#memory = own;
    this.#courier.restore(letters, this.id);
  }

  captureTensors(): readonly StoredTensor[] {
    return this.#vault.captureTensors();
  }

  restoreTensors(tensors: readonly StoredTensor[]): void {
    this.#vault.restoreTensors(tensors);
  }
}
