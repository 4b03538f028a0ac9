import type { Member } from '#engine/compile/mechanisms/federated.ts';
import type { HubPlan } from '#engine/compile/mechanisms/hub.ts';
import { compress } from '../federated/compression.ts';
import { combination } from '../federated/vectors.ts';
import { wireStrength } from '../wiring.ts';
import { Courier, type Letter } from './courier.ts';
import type { Mechanism, World } from './mechanism.ts';
import { type Members, saidBy } from './members.ts';
import { Vault } from './vault.ts';

/** Of elastic averaging. */
const CENTRE = 'centre';
const knownName = (member: string): string => `known/${member}`;

/**
 * A hub that weights pass through: everyone who lives and takes part in a round sends its weights up and takes the exact
 * mean of them back, weighted by the strengths of the links up; N messages up and N down.
 *
 * A member's weights change by mean - m, where m is what the hub has of it, so what it has not told yet stays with it:
 * - delay d (up and down together): by (mean - m) / (1 + d), since a late correction is given again until it shows.
 * - loss: of the way up, the mean is that of the others, and the member keeps its weights; likewise of the way down.
 * - elastic averaging (EASGD, Zhang, Choromanska & LeCun 2015, arXiv 1412.6651, equations 5 and 6): instead of the mean the hub keeps
 *   a centre c, which begins where the members did. A member goes x_i <- x_i - alpha (x_i - c), the centre then
 *   c <- c + beta (mean of x - c); with beta = alpha times the number of members this is c <- c + alpha sum (x_i - c), so that
 *   what the members lose the centre gains. Gradient steps are those of the rounds between (the paper's tau).
 * - compression of the way up: the change since the hub last knew the member's weights; after a message down the hub knows them to
 *   be the mean.
 */
export function hub(plan: HubPlan, members: Members): Mechanism {
  const vault = new Vault();
  const { elastic } = plan;
  const courier = new Courier(vault);
  const byId = new Map<string, Member>(plan.members.map((member) => [member.id, member]));

  function sendUp(world: World, { id, up }: Member, values: Float32Array): void {
    const known = up.compression === 'none' ? undefined : vault.get(knownName(id));
    if (known === undefined) {
      const sent = courier.send(world, up, id, plan.nodeId, values, values.length * 4);
      if (sent && up.compression !== 'none') vault.set(knownName(id), values.slice());
      return;
    }
    const change = compress(
      up.compression,
      values.map((value, c) => value - known[c]!),
    );
    const told = change.values.map((value, c) => value + known[c]!);
    if (courier.send(world, up, id, plan.nodeId, told, change.bytes)) vault.set(knownName(id), told);
  }

  function sendDown(world: World, member: Member, told: Float32Array, goal: Float32Array): void {
    const { id, up, down } = member;
    const part = (elastic?.pull ?? 1) / (1 + up.delay + down.delay);
    const correction = goal.map((value, c) => (value - told[c]!) * part);
    const message = isExact(member) ? goal : correction;
    const arrives = courier.send(world, down, plan.nodeId, id, message, goal.length * 4);
    if (arrives && up.compression !== 'none') {
      vault.set(
        knownName(id),
        elastic === null ? goal.slice() : told.map((value, c) => value + correction[c]!),
      );
    }
  }

  /** Without delay, compression and elasticity the member takes the mean itself. */
  const isExact = ({ up, down }: Member): boolean =>
    elastic === null && up.compression === 'none' && up.delay + down.delay === 0;

  /** What the members are drawn to: their mean, or the centre, which then moves. */
  function goalOf(mean: Float32Array): Float32Array {
    if (elastic === null) return mean;
    const centre = vault.get(CENTRE) ?? mean; // set before the first round
    vault.set(
      CENTRE,
      centre.map((value, c) => value + elastic.follow * (mean[c]! - value)),
    );
    return centre;
  }

  function answer(world: World, letters: readonly Letter[]): void {
    const { round } = world.state;
    const heard = letters.flatMap(({ from, values }) => {
      const member = byId.get(from);
      return member === undefined ? [] : [{ member, values }];
    });
    const strength = ({ up }: Member): number => wireStrength(world.state, up);
    const total = heard.reduce((sum, { member }) => sum + strength(member), 0);
    if (total === 0) return;
    const mean = combination(
      heard.map(({ values }) => values),
      heard.map(({ member }) => strength(member) / total),
    );
    const goal = goalOf(mean);
    for (const { member, values } of heard) {
      if (round % member.down.every === 0 && members.isHere(world, member))
        sendDown(world, member, values, goal);
    }
  }

  function take(world: World, letters: readonly Letter[]): void {
    const targets = letters
      .flatMap(({ to }) => byId.get(to) ?? [])
      .filter((one) => members.isHere(world, one));
    const next = members.read(world, targets);
    for (const { to, values } of letters) {
      const own = next.get(to);
      const member = byId.get(to);
      if (own === undefined || member === undefined) continue;
      if (isExact(member)) own.set(values);
      else for (let c = 0; c < own.length; c++) own[c]! += values[c]!;
    }
    members.write(world, targets, next);
  }

  return {
    id: plan.nodeId,
    begin(world: World) {
      const [first] = plan.members;
      if (elastic === null || first === undefined || vault.get(CENTRE) !== undefined) return;
      vault.set(CENTRE, members.read(world, [first]).get(first.id)!); // all begin with the same weights (R7)
    },
    communicate(world: World) {
      const { round } = world.state;
      world.traffic.open(
        plan.members.flatMap(({ up, down }) => [up.linkId, down.linkId]),
        'weights',
      );
      const acting = plan.members.filter(
        (member) => round % member.up.every === 0 && members.isHere(world, member),
      );
      const rows = members.read(world, acting);
      for (const member of acting) sendUp(world, member, saidBy(world, member, rows.get(member.id)!)); // read just now
      const letters = courier.arrived(round);
      answer(
        world,
        letters.filter(({ to }) => to === plan.nodeId),
      );
      take(world, [...letters.filter(({ to }) => to !== plan.nodeId), ...courier.arrived(round)]);
    },
    capture: () => courier.capture(),
    restore: (memory) => courier.restore(memory, plan.nodeId),
    captureTensors: () => vault.captureTensors(),
    restoreTensors: (tensors) => vault.restoreTensors(tensors),
  };
}
