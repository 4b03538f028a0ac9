import type { FishId } from '#engine/core/brand.ts';
import type { Inputs } from '#engine/executors/executor.ts';
import type { TensorData } from '#engine/tensor/ir.ts';
import type { DataShape, FishBatch, StepFeeds } from '../compiled.ts';
import type { SchoolPlan } from '../plan.ts';
import { packRows } from './batch.ts';
import { positionsOf } from './lengths.ts';
import { type RuleInput, ruleInput } from './schoolRules.ts';
import { agreementFeeds, shares } from './trainFeeds.ts';

/** The school's part of a step of its cluster. */
export interface RuleStep {
  readonly examples: StepFeeds['examples'];
  readonly length: number;
  /** By fish of the school. */
  readonly batches: readonly FishBatch[];
  /** Of the whole cluster: they tell which rows are padding. */
  readonly all: readonly FishBatch[];
  /** Of the fish that school together with those of the school: who they are, and who of them lives. */
  readonly shoal: { readonly fish: readonly FishId[]; readonly alive: readonly boolean[] };
  /** By fish of the school; absent: no rule acts. */
  readonly rules: StepFeeds['rules'];
}

/** Inputs of ./schoolRules.ts. A fish without a live mate follows no rule. */
export function ruleFeeds(school: SchoolPlan, data: DataShape, step: RuleStep): Inputs {
  const { shoal, batches, all, rules } = step;
  const fish = school.fish.length;
  const living = shoal.alive.filter(Boolean).length;
  const places = school.fish.map((id) => shoal.fish.indexOf(id));
  const matesOf = (i: number): number => living - (shoal.alive[places[i]!] === true ? 1 : 0);
  const mates = new Float32Array(fish * shoal.fish.length);
  for (let i = 0; i < fish; i++) {
    shoal.alive.forEach((lives, j) => {
      if (lives && j !== places[i]) mates[i * shoal.fish.length + j] = 1 / matesOf(i);
    });
  }
  const strength = (name: 'alignment' | 'cohesion' | 'separation', factor = (_: number): number => 1) =>
    Float32Array.from({ length: fish }, (_, i) => {
      const own = rules?.[i]?.[name] ?? 0;
      return matesOf(i) === 0 ? 0 : own * factor(matesOf(i));
    });
  const seen = agreementFeeds(data, all, step);
  const inputs: Record<string, TensorData> = {};
  const put = (name: RuleInput, value: TensorData): void => {
    inputs[ruleInput(school.id, name)] = value;
  };
  put('mates', mates);
  put('alignment', strength('alignment'));
  put('cohesion', strength('cohesion'));
  put(
    'separation',
    strength('separation', (n) => (n / (n + 1)) ** 2),
  );
  const widths = rules?.map((own) => own?.zones ?? null) ?? [];
  if (widths.some((own) => own !== null)) {
    put(
      'radii',
      Float32Array.from(
        widths.flatMap((own) => [own?.repulsion ?? 0, own?.orientation ?? 0, own?.attraction ?? 0]),
      ),
    );
  }
  put('seen', seen);
  put('foreign', foreignRows(data, batches, all, step));
  return inputs;
}

/** [N, R]: for each fish the rows that are not its own to learn; all real rows where all are its own. */
function foreignRows(
  data: DataShape,
  batches: readonly FishBatch[],
  all: readonly FishBatch[],
  { examples, length }: RuleStep,
): Float32Array {
  const rows = all[0]?.rows ?? new Int32Array(0);
  const real = Float32Array.from(rows, (_, r) => (all.some(({ weights }) => (weights[r] ?? 0) > 0) ? 1 : 0));
  const { lengths } = packRows(examples, rows, length);
  const positions = data.task === 'language-modelling' ? positionsOf(data, length) : null;
  const parts = batches.map(({ weights }) => {
    const foreign = real.map((is, r) => ((weights[r] ?? 0) > 0 ? 0 : is));
    return shares(foreign.includes(1) ? foreign : real, lengths, positions);
  });
  const size = parts[0]?.length ?? 0;
  const joined = new Float32Array(parts.length * size);
  parts.forEach((part, i) => {
    joined.set(part, i * size);
  });
  return joined;
}
