import type { SchoolPlan, SwarmPlan } from './plan.ts';

/**
 * The school of the document that a school is built like: its own, or of one that was added, that of the fish the newcomer is
 * like. States pass between schools by matrices for each kind of listener; a newcomer is heard and hears by those of
 * its kin, so that no fish needs a new one.
 */
export function kinOf({ schools }: SwarmPlan, id: string): SchoolPlan {
  const school = schools.find((one) => one.id === id)!; // callers name schools of the plan
  return school.kin === undefined ? school : schools.find((one) => one.id === school.kin)!; // see ./addFish.ts
}
