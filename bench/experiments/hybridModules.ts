import type { FishId } from '#engine/core/brand.ts';
import { generateTask } from '#engine/data/tasks/generateTask.ts';
import { documentOf } from './documents.ts';
import type { ExperimentContext, Finding } from './experiment.ts';
import { agNews, type Ground, topics } from './ground.ts';
import type { Laboratory } from './laboratory.ts';
import { mean, percent } from './numbers.ts';
import type { TestResult } from './outcome.ts';
import { realRows } from './realSets.ts';

const EXAMPLES = 3000;

/** Texts of two subjects' worth of classes, and what each module reads of them. */
interface Faculties {
  readonly ground: Ground;
  readonly subjects: { readonly a: readonly string[]; readonly b: readonly string[] };
  /** Parameters of each module's dataset. */
  readonly datasets: { readonly a: Ground['dataset']; readonly b: Ground['dataset'] };
  /** Rows that nobody has learnt from. */
  fresh(
    lab: Laboratory,
    count: number,
  ): Promise<readonly { readonly text: string; readonly label: string }[]>;
}

const topicFaculties = (): Faculties => ({
  ground: topics(EXAMPLES),
  subjects: {
    a: ['cooking', 'gardens', 'medicine', 'money'],
    b: ['music', 'sailing', 'space', 'sports'],
  },
  datasets: {
    a: { task: 'topics', examples: EXAMPLES, dataSeed: 1 },
    b: { task: 'topics', examples: EXAMPLES, dataSeed: 2 },
  },
  fresh: async (_, count) => generateTask('topics', count, 3).rows,
});

/** Sections of the news: two each. */
export const newsFaculties = (): Faculties => {
  const ground = agNews();
  return {
    ground,
    subjects: { a: ['Business', 'World'], b: ['Sci/Tech', 'Sports'] },
    datasets: { a: ground.dataset, b: ground.dataset },
    fresh: async (lab, count) => realRows(await ground.fresh(lab, count)),
  };
};

const SIZE = 5;
const LIARS = ['a:1', 'a:2', 'a:3'];
const MODULES = ['a', 'b'] as const;

/**
 * Two modules that learn subjects of their own behind a gate that reads the text; who speaks for a module is learned.
 * Its organiser trusts by usefulness; by REINFORCE a voice of which most lie settles on its liars with some seeds.
 * Beside it the parts by themselves: the gate over plain averages, and one organised average of all fish.
 */
function swarm({ ground, subjects, datasets }: Faculties, rounds: number) {
  const gate = { kind: 'gate', mode: 'learned', top: 1 };
  return documentOf({
    name: 'organised modules',
    nodes: {
      ...Object.fromEntries(
        MODULES.flatMap((id) => [
          [
            `data-${id}`,
            {
              kind: 'dataset',
              ...datasets[id],
              regimes: `1: ${subjects[id].join(', ')}`,
            },
          ],
          [`part-${id}`, { kind: 'shard', mode: 'iid' }],
          [id, { kind: 'fish', ...ground.fish, count: SIZE }],
          [`voice-${id}`, { kind: 'average' }],
          [`plain-${id}`, { kind: 'average' }],
          [`organiser-${id}`, { kind: 'organise', method: 'usefulness', keep: 2 }],
        ]),
      ),
      organiser: { kind: 'organise', method: 'reinforce' },
      gate,
      modular: gate,
      organised: { kind: 'average' },
      goal: { kind: 'goal' },
      'probe-modular': { kind: 'probe' },
      'probe-organised': { kind: 'probe' },
    },
    links: [
      ...MODULES.flatMap((id) => [
        `data-${id}.examples > part-${id}.examples`,
        `part-${id}.examples > ${id}.examples`,
        `${id}.prediction > voice-${id}.prediction`,
        `${id}.prediction > plain-${id}.prediction`,
        `${id}.prediction > organised.prediction`,
        `organiser-${id}.control > voice-${id}.control`,
        `voice-${id}.prediction > gate.prediction`,
        `plain-${id}.prediction > modular.prediction`,
      ]),
      'organiser.control > organised.control',
      'gate.prediction > goal.prediction',
      'modular.prediction > probe-modular.prediction',
      'organised.prediction > probe-organised.prediction',
    ],
    run: {
      rounds,
      local: { unit: 'steps', amount: 20 },
      batchSize: 32,
      evaluateEvery: rounds,
      checkpointEvery: rounds,
    },
  });
}

const WHO = ['gate', 'modular', 'organised'] as const;
const NAMES = { gate: 'organised modules', modular: 'modules alone', organised: 'organisation alone' };

/** Modules behind a gate whose voices organise themselves; most of one module lie, then a whole one is lost. */
export async function hybridModules(
  { lab, seeds, scale, say }: ExperimentContext,
  faculties: Faculties = topicFaculties(),
): Promise<Finding> {
  const rounds = Math.max(10, Math.round(24 * scale));
  const rows = await faculties.fresh(lab, Math.round(1500 * Math.max(0.4, scale)));
  const test = lab.file(rows);
  const own = lab.file(rows.filter(({ label }) => faculties.subjects.a.includes(label)));
  const commands = LIARS.map((id) => ({
    round: 1,
    command: { type: 'corrupt-fish' as const, fish: id as FishId, kind: 'label-flip' as const, amount: 1 }, // ids of the document above
  }));
  const all: TestResult[] = [];
  const own0: TestResult[] = [];
  const own1: TestResult[] = [];
  for (const seed of seeds) {
    const outcome = await lab.run(swarm(faculties, rounds), { seed, commands });
    const lost = Array.from({ length: SIZE }, (_, i) => `b:${i + 1}`);
    all.push(await outcome.test(test));
    own0.push(await outcome.test(own));
    own1.push(await outcome.test(own, { dead: lost }));
    outcome.close();
    say(`organised modules, seed ${seed} done`);
  }
  const at = (results: readonly TestResult[], id: string): number =>
    mean(results.map(({ aggregators }) => aggregators.get(id) ?? 0));
  const gate = at(all, 'gate');
  return {
    tables: [
      {
        title: `modular x self-organising (${faculties.ground.name}): 3 of 5 fish of module A learn false labels, after ${rounds} rounds`,
        columns: ['who answers', 'all texts', "texts of A's subjects", 'the same, module B lost'],
        rows: WHO.map((id) => [NAMES[id], at(all, id), at(own0, id), at(own1, id)]),
      },
    ],
    effects: [
      {
        claim: 'modular x self-organising: above modules alone and above organisation alone',
        holds: gate > at(all, 'modular') && gate > at(all, 'organised'),
        measured: `${percent(gate)} against ${percent(at(all, 'modular'))} and ${percent(at(all, 'organised'))}`,
        threshold: 'above both',
      },
      {
        claim: 'modular x self-organising: module B can be lost, and A answers on its subjects as before',
        holds: at(own1, 'gate') >= at(own0, 'gate') - 0.03,
        measured: `${percent(at(own1, 'gate'))} after, ${percent(at(own0, 'gate'))} before`,
        threshold: 'within 3 points',
      },
    ],
  };
}
