import type { FishId } from '#engine/core/brand.ts';
import { documentOf } from './documents.ts';
import type { Drifting } from './drifting.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { mean, percent } from './numbers.ts';

const GATES = {
  majority: { kind: 'gate', mode: 'majority', period: 3, tolerate: 0.2, most: 5 },
  'fixed share': { kind: 'gate', mode: 'adaptive', eta: 4, alpha: 0.05 },
} as const;
type Gate = keyof typeof GATES;
const NAMES: readonly Gate[] = ['majority', 'fixed share'];
const MODULES = ['fish:1', 'fish:2'];

/** Two modules that learn a regime and are then left as they are; nobody adds or removes a fish. */
function swarm({ ground, before, after }: Drifting, gate: Gate, learn: number) {
  const regimes = `1: ${before} | ${learn + 1}: ${after} | ${2 * learn + 1}: ${before}`;
  return documentOf({
    name: `left alone: ${gate}`,
    nodes: {
      data: { kind: 'dataset', ...ground.dataset, validationFraction: 0.2, regimes },
      part: { kind: 'shard', mode: 'shared' },
      fish: { kind: 'fish', ...ground.fish, count: MODULES.length },
      answer: GATES[gate],
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > part.examples',
      'part.examples > fish.examples',
      'fish.prediction > answer.prediction',
      'answer.prediction > goal.prediction',
    ],
    run: {
      rounds: 3 * learn,
      local: { unit: 'steps', amount: ground.steps },
      batchSize: 16,
      checkpointEvery: 1000,
    },
  });
}

interface Course {
  readonly before: number;
  readonly drift: number;
  readonly regained: number;
  readonly back: number;
  readonly joined: number;
  readonly living: number;
}

/** Dynamic weighted majority under drift, without a hand: fresh experts enter and old ones leave by themselves. */
export async function selfRenewing(
  { lab, seeds, scale, say }: ExperimentContext,
  place: Drifting,
): Promise<Finding> {
  const learn = Math.max(9, Math.round(place.learn * scale));
  const courses: Record<Gate, Course[]> = { majority: [], 'fixed share': [] };
  for (const seed of seeds) {
    for (const gate of NAMES) {
      const commands = MODULES.map((id) => ({
        round: learn + 1,
        command: { type: 'freeze-fish' as const, fish: id as FishId }, // ids of the document above
      }));
      const outcome = await lab.run(swarm(place, gate, learn), { seed, commands });
      const accuracy = outcome.series('swarm/accuracy');
      const over = (from: number, to: number): number =>
        mean(Array.from({ length: to - from + 1 }, (_, i) => accuracy.get(from + i)!));
      courses[gate].push({
        before: over(learn - 1, learn),
        drift: over(learn + 1, learn + 2),
        regained: over(2 * learn - 1, 2 * learn),
        back: over(3 * learn - 1, 3 * learn),
        joined: outcome.events.filter(({ type }) => type === 'fish-added').length,
        living: outcome.last('swarm/liveFish'),
      });
      outcome.close();
    }
    say(`${place.ground.name}, left alone, seed ${seed}: ${percent(courses.majority.at(-1)!.regained)}`);
  }
  const of = (gate: Gate, what: keyof Course): number => mean(courses[gate].map((course) => course[what]));
  return {
    tables: [
      {
        title: `Accuracy of a swarm left alone under drift (${place.ground.name}); its modules are frozen when it comes`,
        columns: [
          'gate',
          'learnt',
          'drift',
          `${learn} rounds later`,
          'drift returned',
          'fish joined',
          'living at the end',
        ],
        rows: NAMES.map((gate) => [
          gate,
          of(gate, 'before'),
          of(gate, 'drift'),
          of(gate, 'regained'),
          of(gate, 'back'),
          of(gate, 'joined'),
          of(gate, 'living'),
        ]),
      },
    ],
    effects: [
      {
        claim: `${place.ground.name}: a dynamic majority regains its accuracy after a drift without a hand`,
        holds:
          of('majority', 'regained') >= of('majority', 'drift') + 0.1 &&
          of('majority', 'regained') >= of('majority', 'before') - 0.1,
        measured: `${percent(of('majority', 'before'))} before, ${percent(of('majority', 'drift'))} at the drift, ${percent(of('majority', 'regained'))} after`,
        threshold: 'at least 10 points above the drift, within 10 of before',
      },
      {
        claim: `${place.ground.name}: a gate that only weighs the modules there are does not`,
        holds: of('fixed share', 'regained') <= of('majority', 'regained') - 0.1,
        measured: `${percent(of('fixed share', 'regained'))} against ${percent(of('majority', 'regained'))}`,
        threshold: 'at least 10 points below',
      },
      {
        claim: `${place.ground.name}: and there are never more fish than it may have`,
        holds: courses.majority.every(({ joined }) => joined + MODULES.length <= GATES.majority.most),
        measured: `${Math.max(...courses.majority.map(({ joined }) => joined + MODULES.length))} at most`,
        threshold: `at most ${GATES.majority.most}`,
      },
    ],
  };
}
