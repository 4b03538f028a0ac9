import type { FishId, NodeId } from '#engine/core/brand.ts';
import { costOf } from '#engine/tensor/cost.ts';
import type { DataShape, Level } from '../compiled.ts';
import type { PredictionSource, SwarmPlan, TalkLink } from '../plan.ts';
import { sourceId } from '../sources.ts';
import { answerProgram } from './answerGraph.ts';

/** The levels of every cascade of a plan. */
export function cascadeLevels(plan: SwarmPlan, data: DataShape): ReadonlyMap<NodeId, readonly Level[]> {
  return new Map(
    plan.aggregators.flatMap(({ kind, nodeId, inputs }) =>
      kind === 'cascade' ? [[nodeId, levelsOf(plan, data, inputs)]] : [],
    ),
  );
}

/**
 * Sources from the cheapest up, equal ones by id. What a source costs is the floating point operations of the forward
 * pass, at full length, of every fish it needs: itself, those an aggregator hears, those whose states or answers they take in. The
 * aggregators' own arithmetic is small and not counted.
 */
function levelsOf(plan: SwarmPlan, data: DataShape, inputs: readonly PredictionSource[]): readonly Level[] {
  const costs = inputs.map((source) => flopsOf(plan, data, source));
  const most = Math.max(...costs);
  return inputs
    .map((source, input) => ({ source, input, cost: costs[input]! / most, id: sourceId(source) }))
    .sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1))
    .map(({ source, input, cost }) => ({ input, cost, fish: exitOf(plan, source) }));
}

/** The fish of which a source is an exit, be it the last. */
function exitOf(plan: SwarmPlan, source: PredictionSource): FishId | null {
  if (source.kind === 'aggregator') return null;
  const exits = plan.fish.find(({ id }) => id === source.fish)?.shape.exits;
  return exits === true ? source.fish : null;
}

/** An early exit needs the layers below it, and the answers its fish reads. */
function flopsOf(plan: SwarmPlan, data: DataShape, source: PredictionSource): number {
  if (source.kind === 'aggregator' || source.exit === undefined)
    return forwardFlops(plan, data, fishOf(plan, source));
  const { fish, exit } = source;
  const schools = plan.schools.map((school) =>
    school.fish.includes(fish) ? { ...school, shape: { ...school.shape, layers: exit } } : school,
  );
  const talk = plan.talk.filter(({ family }) => family === 'proposal');
  return forwardFlops({ ...plan, schools, talk }, data, withSenders(plan, [fish], ['proposal']));
}

/** Every fish that must be asked for a source to answer. */
function fishOf(plan: SwarmPlan, source: PredictionSource): ReadonlySet<FishId> {
  const needed = new Set<FishId>();
  const visit = (one: PredictionSource): void => {
    if (one.kind === 'fish') {
      needed.add(one.fish);
      return;
    }
    plan.aggregators.find(({ nodeId }) => nodeId === one.nodeId)?.inputs.forEach(visit);
  };
  visit(source);
  return withSenders(plan, needed, ['state', 'proposal']);
}

/** With all whose states or answers these fish take in, at second hand too. */
function withSenders(
  { talk }: SwarmPlan,
  fish: Iterable<FishId>,
  families: readonly TalkLink['family'][],
): ReadonlySet<FishId> {
  const needed = new Set(fish);
  // A set grows while it is walked.
  for (const one of needed) {
    for (const { family, from, to } of talk) if (families.includes(family) && to === one) needed.add(from);
  }
  return needed;
}

function forwardFlops(plan: SwarmPlan, data: DataShape, fish: ReadonlySet<FishId>): number {
  const schools = plan.schools
    .map((school) => ({ ...school, fish: school.fish.filter((id) => fish.has(id)) }))
    .filter((school) => school.fish.length > 0);
  const part: SwarmPlan = {
    ...plan,
    fish: plan.fish.filter(({ id }) => fish.has(id)),
    // Of a newcomer asked without its kin nothing else is known of them: it stands for itself.
    schools: schools.map(({ kin, ...school }) =>
      kin === undefined || !schools.some(({ id }) => id === kin) ? school : { ...school, kin },
    ),
    talk: plan.talk.filter(({ from, to }) => fish.has(from) && fish.has(to)),
    aggregators: [],
  };
  const request = { kind: 'evaluate', rows: 1, length: data.context, levels: new Map() } as const;
  return costOf(answerProgram(part, data, request)).flops;
}
