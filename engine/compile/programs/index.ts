import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { sizeOf } from '#engine/tensor/shape.ts';
import type { CompiledSwarm, DataShape } from '../compiled.ts';
import type { SwarmPlan } from '../plan.ts';
import { fitProgram } from './aggregators/fit.ts';
import { aggregatorTensors } from './aggregators/tensors.ts';
import { answerPrograms } from './answers.ts';
import { clusterSchools } from './clusters.ts';
import { digestPrograms } from './digest.ts';
import { rowLengths } from './lengths.ts';
import { cascadeLevels } from './levels.ts';
import { schoolParameters } from './parameterInputs.ts';
import { anchorTensors, momentTensors, parameterTensors } from './tensors.ts';
import { trainCluster } from './trainCluster.ts';

/** The tensor programs of a swarm. Building a program happens at its first use. */
export function compileSwarm(plan: SwarmPlan, data: DataShape): CompiledSwarm {
  const lengths = rowLengths(data);
  const levels = cascadeLevels(plan, data);
  return {
    plan,
    data,
    tensors: plan.schools.flatMap((school) => [
      ...parameterTensors(plan, school, data),
      ...momentTensors(plan, school, data),
      ...anchorTensors(plan, school, data),
    ]),
    aggregatorTensors: plan.aggregators.flatMap((aggregator) => aggregatorTensors(aggregator, data)),
    levels,
    clusters: clusterSchools(plan).map((schools) => trainCluster(plan, data, schools, lengths)),
    digests: digestPrograms(plan, data, lengths),
    answers: answerPrograms(plan, data, lengths, levels),
    fits: plan.aggregators.flatMap((aggregator) => fitProgram(aggregator, data) ?? []),
    parametersOf: (fish) => parametersOf(plan, data, fish),
  };
}

function parametersOf(plan: SwarmPlan, data: DataShape, fish: FishId): number {
  const school = plan.schools.find((candidate) => candidate.fish.includes(fish));
  if (school === undefined) {
    throw new ShuuraiError('internal', `The plan has no fish "${fish}"; ask for one of its fish.`);
  }
  return schoolParameters(plan, school, data).reduce((sum, spec) => sum + sizeOf(spec.shape), 0);
}
