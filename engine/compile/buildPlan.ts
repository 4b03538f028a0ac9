import type { FishId, LinkId, NodeId } from '../core/brand.ts';
import type { DatasetSettings, PartitionSettings, Task } from '../data/types.ts';
import type { DocumentIndex } from '../validate/documentIndex.ts';
import { formSchools } from './formSchools.ts';
import type { MechanismPlan } from './mechanismPlan.ts';
import type {
  AggregatorPlan,
  FaultPlan,
  FishPlan,
  GoalPlan,
  PredictionSource,
  ProbePlan,
  SwarmPlan,
} from './plan.ts';
import type { PlanBuilder } from './planBuilder.ts';
import { earlyExits } from './sources.ts';
import { lossyVoices, talkLinks } from './talkLinks.ts';

/** A fish before it has its place in a school. */
export type UnplacedFish = Omit<FishPlan, 'school' | 'slot'>;

/** The builder node kinds are lowered with; `build` puts the finished plan together. */
export function createPlanBuilder(index: DocumentIndex, task: Task): PlanBuilder & { build(): SwarmPlan } {
  const { document } = index;
  const datasets: DatasetSettings[] = [];
  const partitions = new Map<
    NodeId,
    { readonly dataset: NodeId; readonly partition: PartitionSettings; readonly spare: number }
  >();
  const open = new Map<NodeId, boolean>();
  const fish: UnplacedFish[] = [];
  const byNode = new Map<NodeId, FishId[]>();
  const bySource = new Map<NodeId, FishId[]>();
  const aggregators: AggregatorPlan[] = [];
  const mechanisms: MechanismPlan[] = [];
  const faults: FaultPlan[] = [];
  const probes: ProbePlan[] = [];
  let goal: GoalPlan | null = null;

  const fishOf = (nodeId: NodeId): readonly FishId[] => byNode.get(nodeId) ?? [];

  const predictionsOf = (linkId: LinkId): readonly PredictionSource[] => {
    const link = document.links[linkId];
    if (link === undefined) return [];
    const source = link.from.node;
    const weight = link.params.strength;
    const school = byNode.get(source);
    if (school === undefined) return [{ kind: 'aggregator', nodeId: source, linkId, weight }];
    return school.map((id) => ({ kind: 'fish', fish: id, linkId, weight }));
  };

  return {
    task,
    run: document.run,
    fishOf,
    addDataset: (settings) => datasets.push(settings),
    addShard: (nodeId, dataset, partition, spare) => partitions.set(nodeId, { dataset, partition, spare }),
    openDataset: (nodeId, labelled) => open.set(nodeId, labelled || open.get(nodeId) === true),
    addFish({ nodeId, name, count, shape, training, rules, proposers, source }) {
      const ids: FishId[] = [];
      const readers = bySource.get(source) ?? [];
      bySource.set(source, readers);
      if (!partitions.has(source))
        partitions.set(source, { dataset: source, partition: { mode: 'shared' }, spare: 0 });
      for (let number = 1; number <= count; number += 1) {
        // the form the brand stands for: see FishId
        const id = (count === 1 ? nodeId : `${nodeId}:${number}`) as string as FishId;
        const fullName = count === 1 ? name : `${name} ${number}`;
        fish.push({
          id,
          nodeId,
          name: fullName,
          shape,
          training,
          ...(rules === undefined ? {} : { rules }),
          ...(proposers.length === 0 ? {} : { proposers }),
          source,
          share: readers.length,
        });
        readers.push(id);
        ids.push(id);
      }
      byNode.set(nodeId, ids);
      return ids;
    },
    predictionsOf,
    exitsOf: (linkId) =>
      predictionsOf(linkId).flatMap((source) => {
        const shape = source.kind === 'fish' ? fish.find(({ id }) => id === source.fish)?.shape : undefined;
        const early = shape === undefined ? [] : earlyExits(shape);
        return [...early.map((exit) => ({ ...source, exit })), source];
      }),
    addAggregator: (plan) => aggregators.push(plan),
    addMechanism: (plan) => mechanisms.push(plan),
    addFault: (plan) => faults.push(plan),
    addProbe: (plan) => probes.push(plan),
    setGoal(plan) {
      goal = plan;
    },
    build() {
      if (goal === null) throw new Error('a valid document has a goal');
      const { placed, schools } = formSchools(fish);
      const shards = [...partitions].flatMap(([nodeId, { dataset, partition, spare }]) => {
        const readers = bySource.get(nodeId) ?? [];
        return readers.length === 0 ? [] : [{ nodeId, dataset, partition, fish: readers, spare }];
      });
      const read = new Set(shards.map(({ dataset }) => dataset));
      return {
        name: document.meta.name,
        task,
        goal,
        datasets: datasets.flatMap((one) => {
          if (read.has(one.nodeId)) return [one];
          const labelled = open.get(one.nodeId);
          return labelled === undefined
            ? []
            : [{ ...one, open: labelled ? ('labelled' as const) : ('text' as const) }];
        }),
        shards,
        fish: placed,
        schools,
        talk: talkLinks(index, fishOf),
        lossy: lossyVoices(index),
        aggregators,
        mechanisms,
        faults,
        probes,
        run: document.run,
      };
    },
  };
}
