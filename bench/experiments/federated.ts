import { validate } from '#engine/validate/validate.ts';
import { documentOf } from './documents.ts';
import type { Effect, Experiment, ExperimentContext, Finding } from './experiment.ts';
import { type Federation, federation } from './federation.ts';
import { agNews, type Ground, partOf, topics } from './ground.ts';
import { mean, percent } from './numbers.ts';
import { speakers } from './speakers.ts';
import { together } from './together.ts';

/** The texts that clients share out, and what their model is to reach. */
interface Place {
  readonly ground: Ground;
  readonly examples: number;
  readonly target: number;
  /** What a client has under skew. */
  readonly skew: string;
}
/** Plain gradient descent, as in the paper's FedAvg: clients keep nothing from round to round but the model. */
const SGD = { optimizer: 'sgd', momentum: 0, learningRate: 0.5, clipNorm: 0 } as const;

interface Work {
  readonly name: string;
  readonly local: Federation['local'];
  readonly most: number;
}
const WORK: readonly Work[] = [
  { name: '1 step', local: { unit: 'steps', amount: 1 }, most: 200 },
  { name: '1 pass', local: { unit: 'epochs', amount: 1 }, most: 40 },
  { name: '5 passes', local: { unit: 'epochs', amount: 5 }, most: 12 },
  { name: '20 passes', local: { unit: 'epochs', amount: 20 }, most: 5 },
];

/** Rounds until the server's model answers as many of the validation texts right as is wanted; Infinity where it never did. */
async function roundsToTarget(
  { lab, say }: ExperimentContext,
  { ground, examples, target }: Place,
  seed: number,
  mode: string,
  work: Work,
) {
  const run = await lab.run(
    federation({
      clients: 4,
      dataset: await partOf(lab, ground, examples),
      shard: { mode },
      fish: { ...ground.fish, ...SGD },
      goal: { target, stop: 'target' },
      rounds: work.most,
      local: work.local,
    }),
    { seed },
  );
  const accuracies = [...run.series('swarm/accuracy').values()];
  const rounds = run.end.reason === 'target' ? run.end.round : Infinity;
  const bytes = [...run.series('swarm/messageBytes').values()].reduce((a, b) => a + b, 0);
  say(`${ground.name}, ${mode}, ${work.name}, seed ${seed}: ${rounds} rounds`);
  const cargo = new Set(
    run.events.flatMap((event) => (event.type === 'audit' ? event.crossed.map((one) => one.cargo) : [])),
  );
  run.close();
  return { rounds, bytes, best: Math.max(...accuracies), cargo };
}

/** Documents in which an example of a client could reach another fish, and what validation says of each. */
function crossings(): { readonly what: string; readonly codes: readonly string[] }[] {
  const nodes = {
    data: { kind: 'dataset', task: 'topics' },
    part: { kind: 'shard' },
    a: { kind: 'fish' },
    b: { kind: 'fish' },
    server: { kind: 'federated' },
    hub: { kind: 'hub' },
    mean: { kind: 'average' },
    goal: { kind: 'goal' },
  };
  const links = [
    'data.examples > part.examples',
    'part.examples > a.examples',
    'part.examples > b.examples',
    'a.weights > server.weights',
    'b.weights > server.weights',
    'a.prediction > mean.prediction',
    'b.prediction > mean.prediction',
    'mean.prediction > goal.prediction',
  ];
  const straight = links.map((link) => link.replace(/^part.examples > ([ab])/, 'data.examples > $1'));
  const cases = [
    { what: 'states between clients', nodes, links: [...links, 'a.state > b.state'] },
    { what: 'predictions between clients', nodes, links: [...links, 'b.prediction > a.prediction'] },
    {
      what: 'predictions of clients through a hub',
      nodes,
      links: [...links, 'a.prediction > hub.prediction', 'hub.prediction > b.prediction'],
    },
    { what: 'a shared shard', nodes: { ...nodes, part: { kind: 'shard', mode: 'shared' } }, links },
    { what: 'copies of parts', nodes: { ...nodes, part: { kind: 'shard', replicas: 2 } }, links },
    { what: 'a dataset read by both', nodes, links: straight },
  ];
  return cases.map(({ what, ...parts }) => ({
    what,
    codes: validate(documentOf({ ...parts, run: {} }))
      .filter(({ severity, code }) => severity === 'error' && code.startsWith('examples-'))
      .map(({ code }) => code),
  }));
}

const shown = (rounds: number): string => (Number.isFinite(rounds) ? rounds.toFixed(1) : 'not reached');

async function measure(context: ExperimentContext, place: Place): Promise<Finding> {
  const { seeds, scale } = context;
  const { ground, target, skew } = place;
  const on = ground.dataset.task === undefined ? `${ground.name}: ` : '';
  const reduced = scale < 1;
  const work = reduced ? WORK.slice(1, 3) : WORK;
  const kinds = reduced ? (['iid'] as const) : (['iid', 'label'] as const);
  const rows: (string | number)[][] = [];
  const rounds = new Map<string, number>();
  const cargo = new Set<string>();
  for (const mode of kinds) {
    for (const one of work) {
      const runs = [];
      for (const seed of seeds) runs.push(await roundsToTarget(context, place, seed, mode, one));
      for (const run of runs) for (const thing of run.cargo) cargo.add(thing);
      const taken = mean(runs.map((run) => run.rounds));
      rounds.set(`${mode} ${one.name}`, taken);
      rows.push([
        mode === 'iid' ? 'alike' : skew,
        one.name,
        shown(taken),
        mean(runs.map((run) => run.best)),
        Math.round(mean(runs.map((run) => run.bytes)) / 1000),
      ]);
    }
  }
  const of = (mode: string, name: string): number => rounds.get(`${mode} ${name}`) ?? Number.NaN;
  const falls = work.every((one, i) => i === 0 || of('iid', one.name) <= of('iid', work[i - 1]!.name));
  const refused = crossings();
  const effects: Effect[] = [
    {
      claim: `${on}with data alike, more local work reaches the target in fewer rounds`,
      holds: falls && of('iid', work.at(-1)!.name) < of('iid', work[0]!.name),
      measured: work.map(({ name }) => `${name} ${shown(of('iid', name))}`).join(', '),
      threshold: `rounds to ${percent(target)} never rise from one row to the next, and fall in all (swarm.md: 88, 14, 4, 3)`,
    },
    {
      claim: `${on}nothing but weights and answers to validation crosses a link`,
      holds:
        [...cargo].every((thing) => thing === 'weights' || thing === 'prediction') && cargo.has('weights'),
      measured: `the audits name ${[...cargo].join(' and ')}`,
      threshold: 'no other cargo',
    },
    {
      claim: 'documents in which examples could cross the boundary do not validate',
      holds: refused.every(({ codes }) => codes.length > 0),
      measured: `${refused.filter(({ codes }) => codes.length > 0).length} of ${refused.length} refused`,
      threshold: 'all',
    },
  ];
  if (!reduced) {
    effects.splice(1, 0, {
      claim: `${on}under skew more local work stops helping`,
      holds: of('label', '5 passes') === Infinity && of('label', '20 passes') === Infinity,
      measured: work.map(({ name }) => `${name} ${shown(of('label', name))}`).join(', '),
      threshold: `5 and 20 passes do not reach ${percent(target)} in the rounds in which they would have long done so with data alike (swarm.md: 144, 75, not reached, not reached)`,
    });
  }
  return {
    tables: [
      {
        title: `${on}Rounds until the model answers ${percent(target)} right (4 clients, SGD; mean over seeds)`,
        columns: ['data', 'local work a round', 'rounds', 'best accuracy', 'kilobytes sent'],
        rows,
      },
      {
        title: 'What validation says where an example could cross',
        columns: ['drawn', 'diagnostics'],
        rows: refused.map(({ what, codes }) => [what, [...new Set(codes)].join(', ') || 'none']),
      },
    ],
    effects,
  };
}

export const federated: Experiment = {
  name: 'federated',
  architecture: 'federated',
  claim: 'Examples stay, weights travel: rounds to a target, what skew does to it, and the audit.',
  fast: (context) =>
    measure(context, { ground: topics(1600), examples: 1600, target: 0.8, skew: '2 topics a client' }),
  full: async (context) =>
    together([
      await measure(context, { ground: agNews(), examples: 3200, target: 0.7, skew: '1 section a client' }),
      await speakers(context),
    ]),
};
