import type { UnplacedFish } from './buildPlan.ts';
import type { FishPlan, FishTraining, SchoolPlan } from './plan.ts';

/** What a compiled program holds as a constant; learning rates and their schedules are inputs and may differ. */
type Recipe = Omit<FishTraining, 'learningRate' | 'schedule' | 'warmup'>;

function recipeKey({ shape, training, rules, proposers, nodeId }: UnplacedFish): string {
  const { learningRate: _, schedule: __, warmup: ___, ...constants } = training;
  const recipe: Recipe = constants;
  return JSON.stringify([
    Object.entries(shape).toSorted(),
    Object.entries(recipe).toSorted(),
    rules === undefined ? null : nodeId,
    proposers ?? null,
  ]);
}

/**
 * Stacks fish of one shape and one recipe into schools, numbered by their first fish. Fish with rules of schooling stay
 * among those of their node, and fish that read answers among those that read the same.
 */
export function formSchools(fish: readonly UnplacedFish[]): { placed: FishPlan[]; schools: SchoolPlan[] } {
  const groups = [...Map.groupBy(fish, recipeKey).values()];
  const schools = groups.flatMap((members, number) => {
    const [first] = members;
    if (first === undefined) return [];
    return [
      {
        id: `school-${number + 1}`,
        fish: members.map(({ id }) => id),
        shape: first.shape,
        training: first.training,
      },
    ];
  });
  const places = new Map(
    schools.flatMap(({ id, fish: ids }) => ids.map((member, slot) => [member, { school: id, slot }])),
  );
  const placed = fish.map((one) => ({ ...one, ...(places.get(one.id) ?? { school: '', slot: 0 }) }));
  return { placed, schools };
}
