import type { ExperimentContext, Finding } from './experiment.ts';
import { type Ground, topics } from './ground.ts';
import { mean, percent } from './numbers.ts';
import { experts } from './populations.ts';

const EXAMPLES = 3000;
const HALF = ['fish:1', 'fish:2', 'fish:3', 'fish:4'];
const ALL_BUT_ONE = [...HALF, 'fish:5', 'fish:6', 'fish:7'];

/** Experts of uneven parts of the data, averaged; and the same after a particle swarm has moved their weights. */
export async function hybridEvolution(
  { lab, seeds, scale, say }: ExperimentContext,
  ground: Ground = topics(Math.round(EXAMPLES * Math.max(0.5, scale))),
): Promise<Finding> {
  const generations = Math.max(6, Math.round(15 * scale));
  const test = await ground.fresh(lab, Math.round(1500 * Math.max(0.4, scale)));
  const setting = {
    data: { ...ground.dataset, validationFraction: 0.2 },
    fish: ground.fish,
    steps: ground.steps,
  };
  const training = { together: Math.max(2, Math.round(4 * scale)), alone: 4 };
  const measure = async (seed: number, many: number) => {
    const method = { method: 'swarm', finish: many === 1 ? 'each' : 'best', generations: many };
    const outcome = await lab.run(experts(setting, 'shared', training, method), { seed });
    const [all, half, one] = await outcome.tests(test, [[], HALF, ALL_BUT_ONE]);
    outcome.close();
    return { best: all!.best, all: all!.swarm ?? 0, half: half!.swarm ?? 0, one: one!.swarm ?? 0 }; // one for each set
  };
  // One generation of particles leaves the fish as they are: the distributed swarm by itself.
  const parts: Awaited<ReturnType<typeof measure>>[] = [];
  const evolved: Awaited<ReturnType<typeof measure>>[] = [];
  for (const seed of seeds) {
    parts.push(await measure(seed, 1));
    evolved.push(await measure(seed, generations));
    say(`evolving parts, seed ${seed} done`);
  }
  const of = (arm: typeof parts, what: keyof (typeof parts)[number]): number =>
    mean(arm.map((one) => one[what]));
  return {
    tables: [
      {
        title: `evolutionary x distributed (${ground.name}): accuracy on fresh texts of 8 experts of uneven parts`,
        columns: ['swarm', 'best fish', 'all 8', '4 dead', '7 dead'],
        rows: [
          ['distributed', ...(['best', 'all', 'half', 'one'] as const).map((what) => of(parts, what))],
          ['evolved too', ...(['best', 'all', 'half', 'one'] as const).map((what) => of(evolved, what))],
        ],
      },
    ],
    effects: [
      {
        claim:
          'evolutionary x distributed: one fish is left of eight and knows far more than one of a distributed swarm',
        holds: of(evolved, 'one') >= of(parts, 'one') + 0.1,
        measured: `${percent(of(evolved, 'one'))} against ${percent(of(parts, 'one'))}`,
        threshold: 'at least 10 points',
      },
      {
        claim: 'evolutionary x distributed: half of the fish can be lost',
        holds: of(evolved, 'half') >= of(evolved, 'all') - 0.02,
        measured: `${percent(of(evolved, 'half'))} against ${percent(of(evolved, 'all'))} with all (distributed alone: ${percent(of(parts, 'half'))} against ${percent(of(parts, 'all'))})`,
        threshold: 'within 2 points',
      },
    ],
  };
}
