import type { SchoolPlan, SwarmPlan } from '../plan.ts';
import { shoalOf } from './schoolRules.ts';

/**
 * Schools that must learn in one program: the connected components of the schools under state and prediction links, and
 * under rules of schooling that they follow together, in the order of the plan. All others are clusters of their own.
 */
export function clusterSchools(plan: SwarmPlan): readonly (readonly SchoolPlan[])[] {
  const schoolOf = new Map(plan.fish.map((fish) => [fish.id, fish.school]));
  const root = new Map(plan.schools.map((school) => [school.id, school.id]));
  const find = (id: string): string => {
    let top = id;
    for (let above = root.get(top) ?? top; above !== top; above = root.get(top) ?? top) top = above;
    return top;
  };
  for (const link of plan.talk) {
    if (link.family === 'weights') continue;
    const from = schoolOf.get(link.from);
    const to = schoolOf.get(link.to);
    if (from !== undefined && to !== undefined) root.set(find(from), find(to));
  }
  for (const school of plan.schools) {
    const [first = school] = shoalOf(plan, plan.schools, school);
    root.set(find(school.id), find(first.id));
  }
  const clusters = new Map<string, SchoolPlan[]>();
  for (const school of plan.schools) {
    const top = find(school.id);
    const cluster = clusters.get(top);
    if (cluster === undefined) clusters.set(top, [school]);
    else cluster.push(school);
  }
  return [...clusters.values()];
}
