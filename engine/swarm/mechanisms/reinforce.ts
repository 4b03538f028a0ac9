import { z } from 'zod';
import type { ReinforcePlan } from '#engine/compile/mechanisms/reinforce.ts';
import type { AggregatorPlan } from '#engine/compile/plan.ts';
import { fishSeries, nodeSeries } from '#engine/protocol/series.ts';
import type { Listener } from '../deciding/listener.ts';
import { aggregatorListener, tableFor } from '../deciding/listeners.ts';
import type { Choice } from '../deciding/organising/choice.ts';
import { POLICIES } from '../deciding/rewarding/index.ts';
import { firstPolicy, type PolicyMemory, policyMemory } from '../deciding/rewarding/policy.ts';
import type { Mechanism, World } from './mechanism.ts';
import { readMemory } from './remembered.ts';
import { steer } from './steer.ts';
import { topologyLinks } from './topologyEvent.ts';

const memorySchema = z.record(z.string(), policyMemory);

/** What one aggregator's round came to. */
interface Judgement {
  readonly aggregator: AggregatorPlan;
  readonly choice: Choice;
  /** Mean over the decisions. */
  readonly reward: number;
}

/** Learns by reward and penalty whom its aggregators hear: so many decisions a round, each on a few tuning rows. */
export function reinforce(plan: ReinforcePlan): Mechanism {
  const policy = POLICIES[plan.method];
  /** By aggregator. */
  let memories: Record<string, PolicyMemory> = {};

  function judge(world: World, aggregator: AggregatorPlan, listener: Listener): Judgement {
    const memory = memories[listener.id] ?? firstPolicy();
    memories[listener.id] = memory;
    const settings = { ...plan, voiceCost: (plan.byteCost * voiceBytes(world)) / 1024 };
    const random = world.random('reinforce', plan.nodeId, listener.id, world.state.round);
    let rewards = 0;
    for (let decision = 0; decision < plan.decisions; decision++) {
      const rows = listener.draw(plan.rows, random);
      rewards += policy.learn({ listener, rows, random }, memory, settings);
    }
    const named = (values: readonly number[]): Record<string, number> =>
      Object.fromEntries(listener.sources.map(({ id }, k) => [id, values[k]!]));
    const choice = {
      open: named(policy.open(listener, memory)),
      trust: named(policy.reputation(listener, memory)),
    };
    return { aggregator, choice, reward: rewards / plan.decisions };
  }

  return {
    id: plan.nodeId,
    async adapt(world) {
      const aggregators = world.plan.aggregators.filter(({ nodeId }) => plan.aggregators.includes(nodeId));
      if (aggregators.length === 0) return;
      const table = await tableFor(world, aggregators);
      const judgements = aggregators.flatMap((aggregator) => {
        const listener = aggregatorListener(world, table, aggregator);
        return listener.sources.length === 0 ? [] : [judge(world, aggregator, listener)];
      });
      if (judgements.length === 0) return;
      for (const { aggregator, choice } of judgements) steer(world, aggregator, choice);
      world.metrics(metricsOf(world, plan, judgements));
      const links = judgements.flatMap(({ aggregator, choice }) => topologyLinks(aggregator.nodeId, choice));
      world.emit({ type: 'topology', nodeId: plan.nodeId, family: 'hearing', links });
    },
    capture: () => structuredClone(memories),
    restore(memory) {
      memories = readMemory(memorySchema, memory, plan.nodeId);
    },
  };
}

/** Bytes that cross one link for one text: the distribution a source gives (of every token), in float32. */
function voiceBytes({ swarm }: World): number {
  const { task, classes, vocabSize, context } = swarm.data;
  const numbers = task === 'classification' ? classes : vocabSize * context;
  return numbers * Float32Array.BYTES_PER_ELEMENT;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function metricsOf(
  world: World,
  plan: ReinforcePlan,
  judgements: readonly Judgement[],
): Record<string, number> {
  const values: Record<string, number> = {
    [nodeSeries(plan.nodeId, 'reward')]: mean(judgements.map(({ reward }) => reward)),
  };
  for (const { aggregator, choice } of judgements) {
    for (const [id, trust] of Object.entries(choice.trust))
      values[nodeSeries(aggregator.nodeId, `reputation/${id}`)] = trust;
    const heard = Object.values(choice.open).filter((value) => value > 0).length;
    values[nodeSeries(aggregator.nodeId, 'bytesPerText')] = heard * voiceBytes(world);
  }
  for (const { id } of world.plan.fish) {
    const own = judgements.flatMap(({ choice }) => choice.trust[id] ?? []);
    if (own.length > 0) values[fishSeries(id, 'reputation')] = mean(own);
  }
  return values;
}
