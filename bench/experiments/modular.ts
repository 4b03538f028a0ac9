import type { FishId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import { documentOf, SMALL_FISH } from './documents.ts';
import type { Experiment, ExperimentContext, Finding } from './experiment.ts';
import { mean, percent } from './numbers.ts';
import type { Outcome } from './outcome.ts';

/** Two regimes of six topics that share four. */
const BEFORE = 'cooking, gardens, medicine, money, music, sailing';
const AFTER = 'medicine, money, music, sailing, space, sports';

const fish = (id: string): FishId => id as FishId; // ids of the document below
const MODULES = ['fish:1', 'fish:2', 'fish:3'];
const NEWCOMER = 'fish:4';

/** First rounds of what happens, for `learn` rounds of learning a regime. */
interface Story {
  readonly drift: number;
  readonly joins: number;
  readonly returns: number;
  readonly driftsAgain: number;
  readonly removed: number;
  readonly replaced: number;
  readonly end: number;
  readonly examples: number;
}

function storyOf(learn: number, examples: number): Story {
  const drift = learn + 1;
  const joins = drift + 2;
  const returns = joins + learn;
  const driftsAgain = returns + 6;
  const removed = driftsAgain + 4;
  const replaced = removed + 3;
  return { drift, joins, returns, driftsAgain, removed, replaced, end: replaced + learn, examples };
}

type Gate = 'fixed share' | 'hedge';

function swarm(story: Story, gate: Gate): SwarmDocument {
  const regimes = [
    `1: ${BEFORE}`,
    `${story.drift}: ${AFTER}`,
    `${story.returns}: ${BEFORE}`,
    `${story.driftsAgain}: ${AFTER}`,
  ].join(' | ');
  const answer =
    gate === 'hedge'
      ? { kind: 'weighted', by: 'hedge', eta: 4 }
      : { kind: 'gate', mode: 'adaptive', eta: 4, alpha: 0.05 };
  return documentOf({
    nodes: {
      data: { kind: 'dataset', task: 'topics', examples: story.examples, validationFraction: 0.2, regimes },
      part: { kind: 'shard', mode: 'shared' },
      fish: { kind: 'fish', ...SMALL_FISH, count: MODULES.length },
      answer,
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > part.examples',
      'part.examples > fish.examples',
      'fish.prediction > answer.prediction',
      'answer.prediction > goal.prediction',
    ],
    run: { rounds: story.end, local: { unit: 'steps', amount: 20 }, batchSize: 16, checkpointEvery: 1000 },
  });
}

type Timed = { readonly round: number; readonly command: RunCommand };

/** Each module learns the regime it was made for and is then left as it is. */
function freezing({ drift, returns }: Story, withNewcomer: boolean): Timed[] {
  const at = (round: number, id: string): Timed => ({
    round,
    command: { type: 'freeze-fish', fish: fish(id) },
  });
  return [...MODULES.map((id) => at(drift, id)), ...(withNewcomer ? [at(returns, NEWCOMER)] : [])];
}

/** Asked for one round before it joins. */
const adding = (joins: number): Timed => ({
  round: joins - 1,
  command: { type: 'add-fish', like: fish('fish:1') },
});

const changing = (story: Story): Timed[] => [
  adding(story.joins),
  { round: story.removed, command: { type: 'remove-fish', fish: fish(NEWCOMER) } },
  adding(story.replaced),
];

/** Weights, moments and all else that the checkpoint holds of the modules there were at the start. */
const modulesOf = ({ handle }: Outcome): string =>
  JSON.stringify(
    handle
      .readCheckpoint()
      ?.tensors.filter(({ name }) => name.startsWith('school-1.'))
      .map(({ name, data }) => [name, [...data]]),
  );

interface Course {
  readonly before: number;
  readonly drift: number;
  readonly added: number;
  readonly back: number;
  readonly removed: number;
  readonly replaced: number;
}

function courseOf(outcome: Outcome, story: Story): Course {
  const accuracy = outcome.series('swarm/accuracy');
  const over = (from: number, to: number): number =>
    mean(Array.from({ length: to - from }, (_, i) => accuracy.get(from + i)!));
  return {
    before: over(story.drift - 2, story.drift),
    drift: over(story.drift, story.joins),
    added: over(story.returns - 2, story.returns),
    // Evaluations two to four after the return: the first is answered with the weights of the other regime.
    back: over(story.returns + 1, story.returns + 4),
    removed: over(story.removed, story.replaced),
    replaced: over(story.end - 1, story.end + 1),
  };
}

/** Whether modules that go on learning notice nothing of fish that come and go. */
async function undisturbed({ lab }: ExperimentContext, seed: number): Promise<boolean> {
  const story = storyOf(3, 1200);
  const kept: string[] = [];
  for (const commands of [changing(story), []]) {
    const outcome = await lab.run(swarm(story, 'fixed share'), { seed, commands });
    kept.push(modulesOf(outcome));
    outcome.close();
  }
  return kept[0] === kept[1] && kept[0] !== undefined;
}

async function measure(context: ExperimentContext): Promise<Finding> {
  const { lab, seeds, scale, say } = context;
  const story = storyOf(Math.max(9, Math.round(12 * scale)), Math.round(4000 * Math.max(0.3, scale)));
  const courses: Record<Gate, Course[]> = { 'fixed share': [], hedge: [] };
  let same = 0;
  for (const seed of seeds) {
    for (const gate of ['fixed share', 'hedge'] as const) {
      const commands = [...freezing(story, true), ...changing(story)].sort((a, b) => a.round - b.round);
      const outcome = await lab.run(swarm(story, gate), { seed, commands });
      courses[gate].push(courseOf(outcome, story));
      outcome.close();
    }
    if (await undisturbed(context, seed)) same += 1;
    const { drift, added, back } = courses['fixed share'].at(-1)!;
    say(
      `seed ${seed}: drift ${percent(drift)}, added ${percent(added)}, back ${percent(back)} (hedge ${percent(courses.hedge.at(-1)!.back)})`,
    );
  }
  const of = (gate: Gate, part: keyof Course): number => mean(courses[gate].map((course) => course[part]));
  const share = (part: keyof Course): number => of('fixed share', part);
  return {
    tables: [
      {
        title: 'Accuracy of the swarm in the rounds of a story',
        columns: ['gate', 'learnt', 'drift', 'fish added', 'drift returns', 'fish removed', 'replacement'],
        rows: (['fixed share', 'hedge'] as const).map((gate) => [
          gate,
          of(gate, 'before'),
          of(gate, 'drift'),
          of(gate, 'added'),
          of(gate, 'back'),
          of(gate, 'removed'),
          of(gate, 'replaced'),
        ]),
      },
    ],
    effects: [
      {
        claim: 'a fish added to the running swarm makes up for the drift',
        holds: share('added') >= share('drift') + 0.1,
        measured: `${percent(share('added'))} against ${percent(share('drift'))}`,
        threshold: 'at least 10 points (calibration: .87 against .68)',
      },
      {
        claim: 'when the old regime returns, the fixed share finds the old modules again and Hedge does not',
        holds: share('back') >= of('hedge', 'back') + 0.05,
        measured: `${percent(share('back'))} against ${percent(of('hedge', 'back'))}`,
        threshold: 'at least 5 points (calibration: .84 to .91 against .72)',
      },
      {
        claim: 'removing the fish takes the gain away, a replacement brings it back',
        holds: share('removed') <= share('added') - 0.1 && share('replaced') >= share('added') - 0.05,
        measured: `${percent(share('removed'))}, then ${percent(share('replaced'))}`,
        threshold: 'at least 10 points down, then within 5 of before (calibration: .68, .87)',
      },
      {
        claim: 'modules that go on learning keep every bit of weights and moments while others come and go',
        holds: same === seeds.length,
        measured: `${same} of ${seeds.length} runs`,
        threshold: 'all',
      },
    ],
  };
}

export const modular: Experiment = {
  name: 'modular',
  architecture: 'modular',
  claim: 'modules can be added, removed and replaced in a running swarm, without touching the others',
  fast: measure,
};
