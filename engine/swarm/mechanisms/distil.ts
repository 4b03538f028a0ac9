import { z } from 'zod';
import type { DistilPlan } from '#engine/compile/mechanisms/distil.ts';
import type { Member } from '#engine/compile/mechanisms/federated.ts';
import type { FishId } from '#engine/core/brand.ts';
import { nodeSeries } from '#engine/protocol/series.ts';
import { compress } from '../federated/compression.ts';
import { agreement, classScores, scoresOf, softened } from '../federated/consensus.ts';
import { jointUpdate } from '../federated/jointUpdate.ts';
import { wireStrength } from '../wiring.ts';
import { clientsByLot, restUnasked } from './askedClients.ts';
import { checkShares } from './checkShares.ts';
import { Courier, type Letter } from './courier.ts';
import { digest, study } from './digest.ts';
import type { Mechanism, World } from './mechanism.ts';
import type { Members } from './members.ts';
import { readMemory } from './remembered.ts';
import { Vault } from './vault.ts';

const memorySchema = z.object({
  /** Clients asked in this period, by id. */
  asked: z.array(z.string()),
  /** Generation of each client that has learnt the labelled public text; a fresh fish in its place has not. */
  studied: z.record(z.string(), z.number()),
  letters: z.unknown(),
});

/** A letter begins with the round whose texts its scores answer. */
const letterOf = (round: number, scores: Float32Array): Float32Array => {
  const letter = new Float32Array(1 + scores.length);
  letter[0] = round;
  letter.set(scores, 1);
  return letter;
};
const HEADER = Float32Array.BYTES_PER_ELEMENT;

/**
 * Federated learning by distillation (FedMD, Li & Wang 2019, arXiv 1910.03581, algorithm 1). Every k rounds, after the local
 * steps (the paper's "revisit"), the clients asked answer public texts drawn anew and send their class scores; the server
 * forms the consensus, the mean of the scores, and sends it to all clients that live; each learns to say it on these texts
 * for so many steps ("digest"). Nothing but scores crosses a link, so the clients may be built differently.
 *
 * By probabilities the clients send those, and the consensus is their mean (DS-FL, Itahara et al. 2020, arXiv 2008.06180).
 *
 * Where the paper leaves a choice: scores are logits less their mean over the classes (a softmax does not see the rest); what
 * is learned is the softmax of the consensus, by cross-entropy, with the client's own optimizer and rate; clients count by
 * their examples, or all alike (the paper's 1 / m). The paper's first phase ("transfer learning": everyone learns the public
 * data with labels, then the own) is `passes` over all public text before a client's first local step, with the rate of its plan;
 * 0 where public text has no labels, so that all there is comes from the clients.
 */
export function distil(plan: DistilPlan, members: Members): Mechanism {
  const vault = new Vault();
  const courier = new Courier(vault, 'prediction');
  const { nodeId, clients } = plan;
  let asked: readonly string[] = [];
  let checked = 0;
  let studied: Readonly<Record<string, number>> = {};

  const lives = (world: World, { id }: Member): boolean => world.isAlive(id as FishId); // clients are fish: see the node's ports
  const rowsOf = (world: World, round: number): Int32Array => {
    const { open } = world.data;
    const [start, end] = open.ranges.get(plan.open) ?? [0, 0];
    const order = world.random('public texts', nodeId, round).permutation(end - start);
    return Int32Array.from(order.subarray(0, plan.texts), (row) => start + row).sort();
  };

  function ask(world: World): void {
    const living = clients.filter((client) => lives(world, client));
    const random = world.random('clients asked', nodeId, world.state.round);
    const picked = clientsByLot(random, plan.fraction, living);
    asked = picked.map(({ id }) => id);
    if (plan.fraction < 1) restUnasked(world, clients, picked);
  }

  /** The first phase, of clients that have not been through it. */
  async function studyFirst(world: World): Promise<void> {
    const fresh = clients.flatMap((client) => {
      const life = world.state.fish[client.id];
      const learns = lives(world, client) && life?.frozen === false;
      return learns && studied[client.id] !== life.generation ? [[client.id, life.generation] as const] : [];
    });
    if (fresh.length === 0) return;
    studied = { ...studied, ...Object.fromEntries(fresh) };
    await study(world, plan, new Set(fresh.map(([id]) => id as FishId))); // clients are fish: see the node's ports
  }

  async function sendScores(world: World): Promise<void> {
    const { round } = world.state;
    const { classes } = world.swarm.data;
    const senders = clients.filter(
      (client) => asked.includes(client.id) && lives(world, client) && round % client.up.every === 0,
    );
    if (senders.length === 0) return;
    const said = await world.say(world.data.open, rowsOf(world, round));
    for (const { id, up } of senders) {
      const logs = said.get(id as FishId)!; // all fish were asked
      const scores = plan.consensus === 'scores' ? classScores(logs, classes) : softened(logs, classes, 1);
      if (!scores.every(Number.isFinite)) continue;
      const kind = up.compression === 'none' ? plan.compression : up.compression;
      const { values, bytes } = compress(kind, scores);
      courier.send(world, up, id, nodeId, letterOf(round, values), bytes + HEADER);
    }
  }

  function weightOf(world: World, { id, up }: Member): number {
    const examples = plan.weigh === 'examples' ? (world.shares.get(id as FishId)?.length ?? 0) : 1;
    return wireStrength(world.state, up) * examples;
  }

  /** One consensus for each round whose texts were answered: late answers are to other texts. */
  function answer(world: World, letters: readonly Letter[]): void {
    const { classes } = world.swarm.data;
    const heard = letters.flatMap((letter) => {
      const client = clients.find(({ id }) => id === letter.from);
      return client === undefined
        ? []
        : [{ client, round: letter.values[0]!, scores: letter.values.subarray(1) }];
    });
    const numbers: { readonly gap: number; readonly same: number }[] = [];
    for (const [round, group] of Map.groupBy(heard, (one) => one.round)) {
      const robust = plan.robust !== 'none';
      const joint = jointUpdate(
        plan,
        group.map(({ client, scores }) => ({ values: scores, weight: robust ? 1 : weightOf(world, client) })),
      );
      if (joint === null) continue;
      const asScores = (values: Float32Array): Float32Array =>
        plan.consensus === 'scores' ? values : scoresOf(values, classes);
      const consensus = asScores(joint);
      numbers.push(...group.map(({ scores }) => agreement(consensus, asScores(scores), classes)));
      const letter = letterOf(round, consensus);
      for (const client of clients) {
        if (!lives(world, client) || world.state.round % client.down.every !== 0) continue;
        courier.send(world, client.down, nodeId, client.id, letter, letter.length * 4);
      }
    }
    const mean = (of: 'gap' | 'same'): number =>
      numbers.reduce((sum, one) => sum + one[of], 0) / numbers.length;
    world.metrics({
      [nodeSeries(nodeId, 'clients')]: heard.length,
      ...(numbers.length === 0
        ? {}
        : {
            [nodeSeries(nodeId, 'consensusGap')]: mean('gap'),
            [nodeSeries(nodeId, 'agreement')]: mean('same'),
          }),
    });
  }

  /** Whoever lives and learns takes in what arrived, a consensus after the other. */
  async function take(world: World, letters: readonly Letter[]): Promise<void> {
    for (const [round, group] of Map.groupBy(letters, ({ values }) => values[0]!)) {
      const takers = group.filter(
        ({ to }) => world.isAlive(to as FishId) && world.state.fish[to]?.frozen !== true,
      );
      const [first] = takers;
      if (first === undefined) continue;
      const fish = new Set(takers.map(({ to }) => to as FishId));
      await digest(world, plan, fish, rowsOf(world, round), first.values.subarray(1));
    }
  }

  return {
    id: nodeId,
    async begin(world) {
      if (checked !== world.shares.size) {
        checkShares(plan, members, world);
        checked = world.shares.size;
      }
      if ((world.state.round - 1) % plan.every === 0) ask(world);
      if (plan.passes > 0) await studyFirst(world);
    },
    async communicate(world) {
      const { round } = world.state;
      world.traffic.open(
        clients.flatMap(({ up, down }) => [up.linkId, down.linkId]),
        'prediction',
      );
      if (round % plan.every === 0) await sendScores(world);
      const letters = courier.arrived(round);
      const up = letters.filter(({ to }) => to === nodeId);
      if (up.length > 0 || round % plan.every === 0) answer(world, up);
      await take(world, [...letters.filter(({ to }) => to !== nodeId), ...courier.arrived(round)]);
    },
    capture: () => ({ asked, studied, letters: courier.capture() }),
    restore(memory) {
      const stored = readMemory(memorySchema, memory, nodeId);
      asked = stored.asked;
      studied = stored.studied;
      courier.restore(stored.letters, nodeId);
    },
    captureTensors: () => vault.captureTensors(),
    restoreTensors: (tensors) => vault.restoreTensors(tensors),
  };
}
