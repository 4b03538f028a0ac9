import type { FishId } from '#engine/core/brand.ts';
import type { SchoolPlan } from '../plan.ts';

/** Where a fish is within a program. */
export interface FishPlace {
  /** Number of its school among the program's. */
  readonly school: number;
  readonly slot: number;
  /** Number among all fish of the program: school by school, slot by slot. */
  readonly index: number;
}

/**
 * The fish of a program, school by school. A plan may list the fish of one school apart (two nodes of equal shape with
 * another in between), so this is not the plan's order.
 */
export function fishOrder(schools: readonly SchoolPlan[]): ReadonlyMap<FishId, FishPlace> {
  const places = new Map<FishId, FishPlace>();
  schools.forEach((school, s) => {
    school.fish.forEach((fish, slot) => {
      places.set(fish, { school: s, slot, index: places.size });
    });
  });
  return places;
}
