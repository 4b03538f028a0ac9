import { z } from 'zod';
import type { OrganisePlan } from '#engine/compile/mechanisms/organise.ts';
import type { RandomStream } from '#engine/core/random.ts';
import { nodeSeries } from '#engine/protocol/series.ts';
import type { Listener } from '../deciding/listener.ts';
import { aggregatorListener, fishListeners, tableFor } from '../deciding/listeners.ts';
import type { Choice } from '../deciding/organising/choice.ts';
import { connect, partsOf } from '../deciding/organising/connect.ts';
import { edgeMemory, firstEdges, learnEdges } from '../deciding/organising/edges.ts';
import { firstRoles, learnRoles, roleMemory } from '../deciding/organising/roles.ts';
import { firstTrails, learnTrails, trailMemory } from '../deciding/organising/trails.ts';
import { firstTrust, learnTrust, trustMemory } from '../deciding/organising/usefulness.ts';
import { modularity } from '../metrics/modularity.ts';
import type { Mechanism, World } from './mechanism.ts';
import { readMemory } from './remembered.ts';
import { steer } from './steer.ts';
import { topologyLinks } from './topologyEvent.ts';

/** One method with its memory of every listener. */
interface Method {
  learn(listener: Listener, random: RandomStream): Choice;
  capture(): unknown;
  restore(memory: unknown): void;
}

function remembering<Schema extends z.ZodType>(
  owner: string,
  schema: Schema,
  first: () => z.output<Schema>,
  learn: (listener: Listener, memory: z.output<Schema>, random: RandomStream) => Choice,
): Method {
  const byListener = z.record(z.string(), schema);
  let memories: z.output<typeof byListener> = {};
  return {
    learn(listener, random) {
      const memory = memories[listener.id] ?? first();
      memories[listener.id] = memory;
      return learn(listener, memory, random);
    },
    capture: () => structuredClone(memories),
    restore(memory) {
      memories = readMemory(byListener, memory, owner);
    },
  };
}

function methodOf(plan: OrganisePlan): Method {
  const { nodeId } = plan;
  switch (plan.method) {
    case 'reinforce':
      return remembering(nodeId, edgeMemory, firstEdges, (listener, memory, random) =>
        learnEdges(listener, memory, plan, random),
      );
    case 'usefulness':
      return remembering(nodeId, trustMemory, firstTrust, (listener, memory) =>
        learnTrust(listener, memory, plan),
      );
    case 'roles':
      return remembering(nodeId, roleMemory, firstRoles, (listener, memory, random) =>
        learnRoles(listener, memory, plan, random),
      );
    case 'trails':
      return remembering(nodeId, trailMemory, firstTrails, (listener, memory, random) =>
        learnTrails(listener, memory, plan, random),
      );
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const opened = (listener: Listener, { open }: Choice): number[] =>
  listener.sources.map(({ id }) => open[id] ?? 0);

/** Learns who hears whom: sources of aggregators, links between fish. */
export function organise(plan: OrganisePlan): Mechanism {
  const method = methodOf(plan);
  const streamOf = (world: World, listener: Listener): RandomStream =>
    world.random('organise', plan.nodeId, listener.id, world.state.round);

  async function organiseAggregators(world: World): Promise<void> {
    const aggregators = world.plan.aggregators.filter(({ nodeId }) => plan.aggregators.includes(nodeId));
    if (aggregators.length === 0) return;
    const table = await tableFor(world, aggregators);
    const values: Record<string, number> = {};
    const qualities: number[] = [];
    const links: ReturnType<typeof topologyLinks> = [];
    for (const aggregator of aggregators) {
      const listener = aggregatorListener(world, table, aggregator);
      if (listener.sources.length === 0) continue;
      const choice = method.learn(listener, streamOf(world, listener));
      steer(world, aggregator, choice);
      links.push(...topologyLinks(listener.id, choice));
      qualities.push(listener.quality(opened(listener, choice)));
      for (const [id, trust] of Object.entries(choice.trust))
        values[nodeSeries(listener.id, `trust/${id}`)] = trust;
    }
    if (links.length === 0) return;
    world.metrics({ ...values, [nodeSeries(plan.nodeId, 'utility')]: mean(qualities) });
    world.emit({ type: 'topology', nodeId: plan.nodeId, family: 'hearing', links });
  }

  async function organiseFish(world: World): Promise<void> {
    if (plan.fishNodes.length === 0) return;
    const listeners = fishListeners(world, await world.answers('fish'), plan.fishNodes, plan.family);
    if (listeners.length === 0) return;
    const learned = new Map(
      listeners.map((listener) => [listener.id, method.learn(listener, streamOf(world, listener))]),
    );
    const members = world.plan.fish.flatMap(({ id, nodeId }) =>
      plan.fishNodes.includes(nodeId) && world.isAlive(id) ? [id] : [],
    );
    const choices = plan.connected ? connect(members, learned) : learned;
    const gates = world.state.gates[plan.family] ?? {};
    world.state.gates[plan.family] = gates;
    for (const [to, { open }] of choices) gates[to] = { ...gates[to], ...open };
    const matrix = new Float64Array(members.length ** 2);
    members.forEach((to, i) => {
      members.forEach((from, j) => {
        matrix[i * members.length + j] = choices.get(to)?.open[from] ?? 0;
      });
    });
    world.metrics({
      [nodeSeries(plan.nodeId, 'modularity')]: modularity(matrix, members.length).value,
      [nodeSeries(plan.nodeId, 'parts')]: partsOf(members, choices).size,
      [nodeSeries(plan.nodeId, 'talkUtility')]: mean(
        listeners.map((listener) => listener.quality(opened(listener, choices.get(listener.id)!))), // all have one
      ),
    });
    const links = [...choices].flatMap(([to, choice]) => topologyLinks(to, choice));
    world.emit({ type: 'topology', nodeId: plan.nodeId, family: plan.family, links });
  }

  return {
    id: plan.nodeId,
    async adapt(world) {
      await organiseAggregators(world);
      await organiseFish(world);
    },
    capture: () => method.capture(),
    restore: (memory) => method.restore(memory),
  };
}
