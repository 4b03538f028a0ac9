import type { Graph, Tensor } from '#engine/tensor/builder.ts';
import type { DataShape } from '../compiled.ts';
import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { type ParameterSpec, parameterSpecs } from './parameters.ts';
import { stateTalk } from './stateLinks.ts';

/** Name of a school's stacked tensor. */
export const tensorName = (school: string, parameter: string): string => `${school}.${parameter}`;

export function schoolParameters(
  plan: SwarmPlan,
  school: SchoolPlan,
  data: DataShape,
): readonly ParameterSpec[] {
  return parameterSpecs(school.shape, data, stateTalk(plan, school));
}

/** Declares all parameters of a school as inputs [N, ...] of a program, by the fish's name for them. */
export function parameterInputs(
  g: Graph,
  plan: SwarmPlan,
  school: SchoolPlan,
  data: DataShape,
): ReadonlyMap<string, Tensor> {
  return new Map(
    schoolParameters(plan, school, data).map((spec) => [
      spec.name,
      g.input(tensorName(school.id, spec.name), 'parameter', 'f32', [school.fish.length, ...spec.shape]),
    ]),
  );
}
