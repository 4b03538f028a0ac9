import type { SchoolPlan, SwarmPlan } from '../plan.ts';

/**
 * Schools that must learn in one program: the connected components of the schools under state and prediction links,
 * in the order of the plan. A school without such links to another is a cluster of its own.
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
  const clusters = new Map<string, SchoolPlan[]>();
  for (const school of plan.schools) {
    const top = find(school.id);
    const cluster = clusters.get(top);
    if (cluster === undefined) clusters.set(top, [school]);
    else cluster.push(school);
  }
  return [...clusters.values()];
}
