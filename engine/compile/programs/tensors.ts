import { randomStream } from '#engine/core/random.ts';
import { momentName } from '#engine/tensor/optimizers/leaf.ts';
import { sizeOf } from '#engine/tensor/shape.ts';
import type { DataShape, TensorSpec } from '../compiled.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { schoolParameters, tensorName } from './parameterInputs.ts';
import type { ParameterSpec } from './parameters.ts';
import { anchorName, proximalOf } from './proximal.ts';
import { momentKinds } from './trainProgram.ts';

/** First values of one fish's parameter, from the stream (seed, "init", fish, parameter). */
function initialise(spec: ParameterSpec, fish: string, seed: number): Float32Array {
  const values = new Float32Array(sizeOf(spec.shape));
  if ('value' in spec.initial) return values.fill(spec.initial.value);
  return randomStream(seed, 'init', fish, spec.name).fillNormal(values, 0, spec.initial.deviation);
}

/** The stacked parameters of a school. */
export function parameterTensors(
  plan: SwarmPlan,
  school: SchoolPlan,
  data: DataShape,
): readonly TensorSpec[] {
  return schoolParameters(plan, school, data).map((spec) => ({
    name: tensorName(school.id, spec.name),
    shape: [school.fish.length, ...spec.shape],
    role: 'parameter' as const,
    school: school.id,
    initialise: (fish, seed) => initialise(spec, fish, seed),
  }));
}

/** The optimizer's moments, which start at 0. */
export function momentTensors(plan: SwarmPlan, school: SchoolPlan, data: DataShape): readonly TensorSpec[] {
  return parameterTensors(plan, school, data).flatMap((parameter) =>
    momentKinds(school.training).map((kind) => ({
      name: momentName(parameter.name, kind),
      shape: parameter.shape,
      role: 'moment' as const,
      school: school.id,
      initialise: () => new Float32Array(sizeOf(parameter.shape.slice(1))),
    })),
  );
}

/** What fish of a federated server with a proximal term are pulled towards; begins as their weights do. */
export function anchorTensors(plan: SwarmPlan, school: SchoolPlan, data: DataShape): readonly TensorSpec[] {
  if (proximalOf(plan, school) === null) return [];
  return parameterTensors(plan, school, data).map((parameter) => ({
    ...parameter,
    name: anchorName(parameter.name),
    role: 'anchor' as const,
  }));
}
