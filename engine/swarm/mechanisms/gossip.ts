import type { SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { isLost } from '../faults.ts';
import { compress, largest } from '../federated/compression.ts';
import { type MixingPair, metropolisPairs } from '../metropolis.ts';
import { sentWeights } from '../sent.ts';
import type { Mechanism, World } from './mechanism.ts';
import { Vault } from './vault.ts';

type Rows = ReadonlyMap<FishId, Float32Array>;

const pastName = (fish: FishId, round: number): string => `past/${fish}/${round}`;
const knownName = ({ link, one, other }: MixingPair, of: FishId): string =>
  `known/${link.linkId}/${one}/${other}/${of}`;

/**
 * Gossip over the weights links between fish (D-PSGD, Lian et al. 2017, arXiv 1705.09056): th_i <- th_i + sum_j W_ij
 * (m_j - m_i), where m is what the two of a pair have told each other. With m = th that is th <- W th. Whatever the link
 * does to m, it does to both directions at once, so that what one gains the other gives and the mean of all weights stays:
 * - delay d: m are the weights of d rounds ago, taken with 1 / (1 + d) of the weight, since a correction that comes late
 *   is given again until it shows: with the whole weight the weights would swing.
 * - loss, by the link or by a fault: a pair whose message is lost mixes nothing in this round.
 * - 8bit: m as 8 bits a number. topk: both send the 5 % of their numbers that changed most since the two exchanged them, and
 *   each answers with its own numbers at the other's places; the pair mixes at those places alone.
 * A frozen fish is heard and keeps its weights. A fish whose sign is flipped tells the others the opposite (../sent.ts).
 */
export function gossip(plan: SwarmPlan): Mechanism {
  const links = plan.talk.filter(({ family }) => family === 'weights');
  const latest = Math.max(0, ...links.map(({ delay }) => delay));
  const vault = new Vault();

  function pairsOf({ weights, state, isAlive, talk }: World): MixingPair[] {
    const links = talk().filter(({ family }) => family === 'weights');
    const here = new Set(links.flatMap(({ from, to }) => [from, to]).filter((id) => weights.has(id)));
    const layouts = Map.groupBy(here, (id) => weights.layoutKey(id));
    return [...layouts.values()].flatMap((fish) => metropolisPairs(fish, links, isAlive, state.round));
  }

  /** What the receiver of a compressed link knows of its sender at the start: all begin with the same weights. */
  function begin(world: World): void {
    const missing = pairsOf(world).filter(
      (pair) => pair.link.compression === 'topk' && vault.get(knownName(pair, pair.one)) === undefined,
    );
    if (missing.length === 0) return;
    const rows = world.weights.readMany(new Set(missing.flatMap(({ one, other }) => [one, other])));
    for (const pair of missing) {
      for (const id of [pair.one, pair.other]) vault.set(knownName(pair, id), rows.get(id)!.slice());
    }
  }

  /** What a fish had `delay` rounds ago; null where it was not there yet. */
  function told(rows: Rows, fish: FishId, round: number, delay: number): Float32Array | null {
    return (delay === 0 ? rows.get(fish) : vault.get(pastName(fish, round - delay))) ?? null;
  }

  function remember(rows: Rows, round: number): void {
    if (latest === 0) return;
    for (const name of vault.names()) {
      const [kind, , when] = name.split('/');
      if (kind === 'past' && Number(when) <= round - latest) vault.delete(name);
    }
    for (const [fish, values] of rows) vault.set(pastName(fish, round), values);
  }

  function mix(world: World, pair: MixingPair, rows: Rows, next: Rows): void {
    const { link, one, other } = pair;
    const { plan: swarm, state, traffic, random } = world;
    const tell = (messages: number, bytes: number, dropped: number): void =>
      traffic.crossed(link.linkId, 'weights', { messages, bytes, dropped });
    const byLink = link.loss > 0 && random('lost', link.linkId, one, other, state.round).chance(link.loss);
    if (byLink || isLost(swarm, state, one, other) || isLost(swarm, state, other, one)) {
      tell(0, 0, 2);
      return;
    }
    const [mine, yours] = [one, other].map((id) => told(rows, id, state.round, link.delay));
    if (mine == null || yours == null) return; // still under way
    const weight = pair.weight / (1 + link.delay);
    const [a, b] = [next.get(one)!, next.get(other)!];
    const lie = (fish: FishId, values: Float32Array): Float32Array => sentWeights(state.fish[fish], values);
    if (link.compression === 'topk') {
      const places = exchange(pair, mine, yours, weight, a, b, lie);
      tell(2, 2 * 12 * places, 0); // each sends places (4 bytes) and numbers, and numbers at the other's places
      return;
    }
    const [sentA, sentB] = [compress(link.compression, mine), compress(link.compression, yours)];
    const [toldA, toldB] = [lie(one, sentA.values), lie(other, sentB.values)];
    for (let c = 0; c < a.length; c++) {
      a[c]! += weight * (toldB[c]! - sentA.values[c]!);
      b[c]! += weight * (toldA[c]! - sentB.values[c]!);
    }
    tell(2, sentA.bytes + sentB.bytes, 0);
  }

  /** Mixes at the places either finds changed most; returns how many each sent. */
  function exchange(
    pair: MixingPair,
    mine: Float32Array,
    yours: Float32Array,
    weight: number,
    a: Float32Array,
    b: Float32Array,
    lie: (fish: FishId, values: Float32Array) => Float32Array,
  ): number {
    const [toldA, toldB] = [lie(pair.one, mine), lie(pair.other, yours)];
    const known = [pair.one, pair.other].map((id) => vault.get(knownName(pair, id))!); // made at the start
    const places = [mine, yours].map((now, k) => largest(now.map((value, c) => value - known[k]![c]!)));
    for (const c of new Set(places.flatMap((own) => [...own]))) {
      const [stepA, stepB] = [weight * (toldB[c]! - mine[c]!), weight * (toldA[c]! - yours[c]!)];
      a[c]! += stepA;
      b[c]! += stepB;
      known[0]![c] = mine[c]! + stepA;
      known[1]![c] = yours[c]! + stepB;
    }
    return places[0]!.length;
  }

  return {
    id: 'gossip',
    begin,
    communicate(world: World) {
      const { weights, state, traffic } = world;
      const pairs = pairsOf(world);
      traffic.open(
        links.map(({ linkId }) => linkId),
        'weights',
      );
      const talking =
        latest > 0
          ? links.flatMap(({ from, to }) => [from, to])
          : pairs.flatMap(({ one, other }) => [one, other]);
      const rows = weights.readMany(new Set(talking.filter((id) => weights.has(id) && world.isAlive(id))));
      const next = new Map([...rows].map(([id, values]) => [id, values.slice()]));
      for (const [linkId, own] of Map.groupBy(pairs, ({ link }) => link.linkId)) {
        const weight = own.reduce((sum, pair) => sum + pair.weight, 0) / own.length;
        traffic.crossed(linkId, 'weights', { messages: 0, bytes: 0, dropped: 0, weight });
      }
      for (const pair of pairs) mix(world, pair, rows, next);
      const changed = new Set(pairs.flatMap(({ one, other }) => [one, other]));
      weights.writeMany(
        new Map([...next].filter(([id]) => changed.has(id) && state.fish[id]?.frozen !== true)),
      );
      remember(rows, state.round);
    },
    captureTensors: () => vault.captureTensors(),
    restoreTensors: (tensors) => vault.restoreTensors(tensors),
  };
}
