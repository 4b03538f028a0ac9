import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import type { MechanismPlan } from '#engine/compile/mechanismPlan.ts';
import { membersOf } from '#engine/compile/mechanisms/members.ts';
import type { Cost } from '#engine/protocol/events.ts';
import { costOf } from '#engine/tensor/cost.ts';
import { bytesOf } from './federated/compression.ts';
import type { MachineSpeed } from './types.ts';

/** Share of a large matrix product's rate that a whole training step reaches (docs/performance.md). */
const REACHED = 0.5;

/** What a compiled swarm costs. Texts are counted at full length, so a run of short texts is faster than this. */
export function swarmCost(swarm: CompiledSwarm, stepsPerRound: number, speed: MachineSpeed | null): Cost {
  const { plan, clusters, answers } = swarm;
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
    programs: lengthPrograms + answers.lengths.length,
  };
}

/**
 * What crosses links in a mean round: both fish's weights for a weights link; what members of a server or hub send up and
 * take back; states there and their gradients back for a state link; distributions for a prediction link.
 */
function messageBytes(swarm: CompiledSwarm, stepsPerRound: number): number {
  return Math.round(lessonBytes(swarm, stepsPerRound) + gossipBytes(swarm) + centreBytes(swarm));
}

function lessonBytes({ plan, data }: CompiledSwarm, stepsPerRound: number): number {
  const rows = plan.run.batchSize * (data.task === 'language-modelling' ? data.context : 1);
  const outputs = data.task === 'language-modelling' ? data.vocabSize : data.classes;
  const fish = new Map(plan.fish.map((one) => [one.id, one]));
  const ways = new Map<string, number>(); // what passes a hub passes each link once
  for (const link of plan.talk) {
    if (link.family === 'weights') continue;
    const numbers = link.family === 'state' ? 2 * (fish.get(link.from)?.shape.width ?? 0) : outputs;
    const bytes = (4 * rows * numbers * stepsPerRound) / link.every;
    ways.set(`${link.linkId} ${link.from} ${link.hub === null ? link.to : ''}`, bytes);
    if (link.hub !== null) ways.set(`${link.hub.down} ${link.to}`, bytes);
  }
  return [...ways.values()].reduce((a, b) => a + b, 0);
}

function gossipBytes({ plan, parametersOf }: CompiledSwarm): number {
  const pairs = new Map<string, number>(); // one link, in either direction, makes both fish exchange
  for (const { family, from, to, compression, every } of plan.talk) {
    if (family !== 'weights') continue;
    const pair = [from, to].sort().join(' ');
    pairs.set(pair, Math.max(pairs.get(pair) ?? 0, (2 * bytesOf(compression, parametersOf(from))) / every));
  }
  return [...pairs.values()].reduce((a, b) => a + b, 0);
}

function centreBytes({ plan, data, parametersOf }: CompiledSwarm): number {
  const size = parametersOf(plan.fish[0]!.id); // a plan has fish
  const bytesOfCentre = (centre: MechanismPlan): number => {
    const [fraction, every, usual] =
      centre.kind === 'federated' || centre.kind === 'distil'
        ? [centre.fraction, centre.every, centre.compression]
        : [1, 1, 'none' as const];
    return membersOf(centre).reduce((sum, { kind, id, up, down }) => {
      const weights = kind === 'fish' ? parametersOf(id) : size;
      const numbers = centre.kind === 'distil' ? centre.texts * data.classes : weights;
      const compression = up.compression === 'none' ? usual : up.compression;
      const above = (fraction * bytesOf(compression, numbers)) / Math.max(every, up.every);
      return sum + above + (4 * numbers) / Math.max(every, down.every);
    }, 0);
  };
  return plan.mechanisms.reduce((sum, mechanism) => sum + bytesOfCentre(mechanism), 0);
}
