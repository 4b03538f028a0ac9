import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { Cost } from '#engine/protocol/events.ts';
import { costOf } from '#engine/tensor/cost.ts';
import type { MachineSpeed } from './types.ts';

/** Share of a large matrix product's rate that a whole training step reaches (docs/performance.md). */
const REACHED = 0.5;

/** What a compiled swarm costs. Texts are counted at full length, so a run of short texts is faster than this. */
export function swarmCost(swarm: CompiledSwarm, stepsPerRound: number, speed: MachineSpeed | null): Cost {
  const { plan, clusters, answers, mixes } = swarm;
  const steps = clusters.map((cluster) => costOf(cluster.program(cluster.lengths.at(-1)!)));
  const flopsPerStep = steps.reduce((sum, cost) => sum + cost.flops, 0);
  const tensorBytes = [...swarm.tensors, ...swarm.aggregatorTensors].reduce(
    (sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1) * Float32Array.BYTES_PER_ELEMENT,
    0,
  );
  const lengthPrograms = clusters.reduce((sum, cluster) => sum + cluster.lengths.length, 0);
  return {
    fish: plan.fish.length,
    parameters: plan.fish.reduce((sum, { id }) => sum + swarm.parametersOf(id), 0),
    flopsPerStep,
    stepsPerRound,
    secondsPerRound: speed === null ? null : (flopsPerStep * stepsPerRound) / (speed.gflops * 1e9 * REACHED),
    memoryBytes: tensorBytes + Math.max(0, ...steps.map((cost) => cost.peakBytes)),
    messageBytesPerRound: messageBytes(swarm, stepsPerRound),
    schools: plan.schools.length,
    programs: lengthPrograms + answers.lengths.length + mixes.length,
  };
}

/**
 * What crosses links in a mean round, 4 bytes a number: both fish's weights for a weights link; states there and their
 * gradients back for a state link; distributions for a prediction link.
 */
function messageBytes({ plan, data, parametersOf }: CompiledSwarm, stepsPerRound: number): number {
  const rows = plan.run.batchSize * (data.task === 'language-modelling' ? data.context : 1);
  const outputs = data.task === 'language-modelling' ? data.vocabSize : data.classes;
  const fish = new Map(plan.fish.map((one) => [one.id, one]));
  const weightPairs = new Map<string, number>();
  let numbers = 0;
  for (const link of plan.talk) {
    const width = fish.get(link.from)?.shape.width ?? 0;
    if (link.family === 'state') numbers += (2 * rows * width * stepsPerRound) / link.every;
    else if (link.family === 'prediction') numbers += (rows * outputs * stepsPerRound) / link.every;
    else {
      // One link, in either direction, makes both fish exchange.
      const pair = [link.from, link.to].sort().join(' ');
      weightPairs.set(pair, Math.max(weightPairs.get(pair) ?? 0, (2 * parametersOf(link.from)) / link.every));
    }
  }
  for (const exchanged of weightPairs.values()) numbers += exchanged;
  return Math.round(numbers * Float32Array.BYTES_PER_ELEMENT);
}
