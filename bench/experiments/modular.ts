import type { FishId } from '#engine/core/brand.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import { documentOf } from './documents.ts';
import { type Drifting, drifting, driftingNews, driftingQuestions } from './drifting.ts';
import type { Experiment, ExperimentContext, Finding } from './experiment.ts';
import { mean, percent } from './numbers.ts';
import type { Outcome } from './outcome.ts';
import { selfRenewing } from './selfRenewing.ts';
import { together } from './together.ts';

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
}

function storyOf(learn: number): Story {
  const drift = learn + 1;
  const joins = drift + 2;
  const returns = joins + learn;
  const driftsAgain = returns + 6;
  const removed = driftsAgain + 4;
  const replaced = removed + 3;
  return { drift, joins, returns, driftsAgain, removed, replaced, end: replaced + learn };
}

type Gate = 'fixed share' | 'hedge';

function swarm({ ground, before, after }: Drifting, story: Story, gate: Gate): SwarmDocument {
  const regimes = [
    `1: ${before}`,
    `${story.drift}: ${after}`,
    `${story.returns}: ${before}`,
    `${story.driftsAgain}: ${after}`,
  ].join(' | ');
  const answer =
    gate === 'hedge'
      ? { kind: 'weighted', by: 'hedge', eta: 4 }
      : { kind: 'gate', mode: 'adaptive', eta: 4, alpha: 0.05 };
  return documentOf({
    nodes: {
      data: { kind: 'dataset', ...ground.dataset, validationFraction: 0.2, regimes },
      part: { kind: 'shard', mode: 'shared' },
      fish: { kind: 'fish', ...ground.fish, count: MODULES.length },
      answer,
      goal: { kind: 'goal' },
    },
    links: [
      'data.examples > part.examples',
      'part.examples > fish.examples',
      'fish.prediction > answer.prediction',
      'answer.prediction > goal.prediction',
    ],
    run: {
      rounds: story.end,
      local: { unit: 'steps', amount: ground.steps },
      batchSize: 16,
      checkpointEvery: 1000,
    },
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
async function undisturbed({ lab }: ExperimentContext, place: Drifting, seed: number): Promise<boolean> {
  const story = storyOf(3);
  const kept: string[] = [];
  for (const commands of [changing(story), []]) {
    const outcome = await lab.run(swarm(place, story, 'fixed share'), { seed, commands });
    kept.push(modulesOf(outcome));
    outcome.close();
  }
  return kept[0] === kept[1] && kept[0] !== undefined;
}

interface Places {
  readonly story: Drifting;
  /** Smaller, for comparing every bit. */
  readonly bits: Drifting;
}

async function measure(context: ExperimentContext, { story: place, bits }: Places): Promise<Finding> {
  const { lab, seeds, scale, say } = context;
  const story = storyOf(Math.max(9, Math.round(12 * scale)));
  const courses: Record<Gate, Course[]> = { 'fixed share': [], hedge: [] };
  let same = 0;
  for (const seed of seeds) {
    for (const gate of ['fixed share', 'hedge'] as const) {
      const commands = [...freezing(story, true), ...changing(story)].sort((a, b) => a.round - b.round);
      const outcome = await lab.run(swarm(place, story, gate), { seed, commands });
      courses[gate].push(courseOf(outcome, story));
      outcome.close();
    }
    if (await undisturbed(context, bits, seed)) same += 1;
    const { drift, added, back } = courses['fixed share'].at(-1)!;
    say(
      `${place.ground.name}, seed ${seed}: drift ${percent(drift)}, added ${percent(added)}, back ${percent(back)} (hedge ${percent(courses.hedge.at(-1)!.back)})`,
    );
  }
  const of = (gate: Gate, part: keyof Course): number => mean(courses[gate].map((course) => course[part]));
  const share = (part: keyof Course): number => of('fixed share', part);
  const on = place.ground.name === 'topics' ? '' : `${place.ground.name}: `;
  return {
    tables: [
      {
        title: `Accuracy of the swarm in the rounds of a story (${place.ground.name})`,
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
        claim: `${on}a fish added to the running swarm makes up for the drift`,
        holds: share('added') >= share('drift') + 0.1,
        measured: `${percent(share('added'))} against ${percent(share('drift'))}`,
        threshold: 'at least 10 points (calibration: .87 against .68)',
      },
      {
        claim: `${on}when the old regime returns, the fixed share finds the old modules again and Hedge does not`,
        holds: share('back') >= of('hedge', 'back') + 0.05,
        measured: `${percent(share('back'))} against ${percent(of('hedge', 'back'))}`,
        threshold: 'at least 5 points (calibration: .84 to .91 against .72)',
      },
      {
        claim: `${on}removing the fish takes the gain away, a replacement brings it back`,
        holds: share('removed') <= share('added') - 0.1 && share('replaced') >= share('added') - 0.05,
        measured: `${percent(share('removed'))}, then ${percent(share('replaced'))}`,
        threshold: 'at least 10 points down, then within 5 of before (calibration: .68, .87)',
      },
      {
        claim: `${on}modules that go on learning keep every bit of weights and moments while others come and go`,
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
  async fast(context) {
    const story = drifting(Math.round(4000 * Math.max(0.3, context.scale)));
    return together([
      await measure(context, { story, bits: drifting(1200) }),
      await selfRenewing(context, story),
    ]);
  },
  async full(context) {
    const findings: Finding[] = [];
    for (const story of [driftingQuestions(), driftingNews()])
      findings.push(await measure(context, { story, bits: story }), await selfRenewing(context, story));
    return together(findings);
  },
};
