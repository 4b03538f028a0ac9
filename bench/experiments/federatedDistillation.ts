import { documentOf } from './documents.ts';
import type { Experiment, ExperimentContext, Finding } from './experiment.ts';
import { agNews, apartOf, type Ground, topics } from './ground.ts';
import { mean, percent } from './numbers.ts';

/** Clients of each of two shapes, and texts with labels that each has. */
const COUNT = 4;
const TEXTS = 100;

const PUBLIC = 1500;
const shapesOf = ({ fish }: Ground) => ({
  narrow: { ...fish, count: COUNT },
  deep: { ...fish, layers: 2, width: 24, feedForward: 48, learningRate: 0.005, count: COUNT },
});

/** What the clients have of their own, together, and what anybody may read. */
interface Texts {
  readonly own: Readonly<Record<string, unknown>>;
  readonly open: Readonly<Record<string, unknown>>;
}

async function textsOf({ lab }: ExperimentContext, ground: Ground): Promise<Texts> {
  // A twentieth of the rows is kept to measure during the run; results come from fresh texts.
  const [own, open] = await apartOf(lab, ground, Math.round((2 * COUNT * TEXTS) / 0.95), PUBLIC);
  return { own: { ...own, validationFraction: 0.05 }, open };
}

interface Setting {
  readonly rounds: number;
  readonly shard: Readonly<Record<string, unknown>>;
  /** null: every client for itself. */
  readonly server: Readonly<Record<string, unknown>> | null;
}

/** Clients of two shapes with a few labelled texts each, and public text that nobody has labels for. */
function federation(ground: Ground, { own, open }: Texts, { rounds, shard, server }: Setting) {
  const { narrow, deep } = shapesOf(ground);
  const shapes = ['narrow', 'deep'];
  return documentOf({
    nodes: {
      data: { kind: 'dataset', ...own },
      part: { kind: 'shard', mode: 'iid', ...shard },
      narrow: { kind: 'fish', ...narrow },
      deep: { kind: 'fish', ...deep },
      mean: { kind: 'average' },
      goal: { kind: 'goal' },
      ...(server === null
        ? {}
        : {
            open: { kind: 'dataset', ...open },
            server: { kind: 'federated', exchange: 'predictions', ...server },
          }),
    },
    links: [
      'data.examples > part.examples',
      'mean.prediction > goal.prediction',
      ...shapes.flatMap((shape) => [
        `part.examples > ${shape}.examples`,
        `${shape}.prediction > mean.prediction`,
        ...(server === null
          ? []
          : [`${shape}.prediction > server.prediction`, `server.prediction > ${shape}.prediction`]),
      ]),
      ...(server === null ? [] : ['open.examples > server.examples']),
    ],
    run: {
      rounds,
      local: { unit: 'steps', amount: 20 },
      batchSize: 16,
      evaluateEvery: rounds,
      checkpointEvery: rounds,
    },
  });
}

interface Arm {
  readonly name: string;
  readonly shard: Readonly<Record<string, unknown>>;
  readonly server: Setting['server'];
}

const DISTIL = { publicTexts: 1024, digest: 60 } as const;
/** An arm as it runs on these texts: news take twice as long to digest. */
const forThe = ({ dataset }: Ground, arm: Arm): Arm =>
  arm.server === null || dataset.task !== undefined
    ? arm
    : { ...arm, server: { ...arm.server, digest: 2 * DISTIL.digest } };
const PHASES = { first: 'first phase, skewed', both: 'first phase and FedMD, skewed' } as const;
const ARMS: readonly Arm[] = [
  { name: 'alone', shard: {}, server: null },
  { name: 'FedMD', shard: {}, server: DISTIL },
  { name: 'FedMD, 8 bits', shard: {}, server: { ...DISTIL, compression: '8bit' } },
  { name: 'alone, skewed', shard: { mode: 'dirichlet', alpha: 0.3 }, server: null },
  { name: 'FedMD, skewed', shard: { mode: 'dirichlet', alpha: 0.3 }, server: { ...DISTIL, weigh: 'equal' } },
  {
    name: 'sharpened, skewed',
    shard: { mode: 'dirichlet', alpha: 0.3 },
    server: { ...DISTIL, weigh: 'equal', consensus: 'probabilities', temperature: 0.3 },
  },
  // A server that never speaks leaves the first phase alone.
  {
    name: PHASES.first,
    shard: { mode: 'dirichlet', alpha: 0.3 },
    server: { ...DISTIL, publicPasses: 2, every: 1000 },
  },
  {
    name: PHASES.both,
    shard: { mode: 'dirichlet', alpha: 0.3 },
    server: { ...DISTIL, publicPasses: 2, weigh: 'equal' },
  },
];

interface Result {
  readonly narrow: number;
  readonly deep: number;
  readonly fish: ReadonlyMap<string, number>;
  readonly swarm: number;
  readonly kilobytes: number;
  readonly cargo: ReadonlySet<string>;
}

async function measure(
  context: ExperimentContext,
  ground: Ground,
  texts: Texts,
  { arm, rounds, seed }: { readonly arm: Arm; readonly rounds: number; readonly seed: number },
): Promise<Result> {
  const { lab, scale, say } = context;
  const fresh = await ground.fresh(lab, Math.round(1500 * Math.max(0.3, scale)));
  const outcome = await lab.run(federation(ground, texts, { ...arm, rounds }), { seed });
  const { fish, swarm } = await outcome.test(fresh);
  const of = (shape: string): number =>
    mean([...fish].flatMap(([id, value]) => (id.startsWith(shape) ? [value] : [])));
  const cargo = new Set(
    outcome.events.flatMap((event) =>
      event.type === 'audit' ? event.crossed.map((crossing) => crossing.cargo) : [],
    ),
  );
  const bytes = [...outcome.series('swarm/messageBytes').values()].reduce((a, b) => a + b, 0);
  outcome.close();
  say(`seed ${seed}, ${arm.name}: fish ${percent(mean([...fish.values()]))}, swarm ${percent(swarm ?? 0)}`);
  return { narrow: of('narrow'), deep: of('deep'), fish, swarm: swarm ?? 0, kilobytes: bytes / 1000, cargo };
}

async function on(context: ExperimentContext, ground: Ground): Promise<Finding> {
  const reduced = context.scale < 1;
  const arms = reduced ? ARMS.slice(0, 2) : ARMS;
  const rounds = Math.max(4, Math.round(15 * context.scale));
  const results = new Map<string, Result[]>();
  const texts = await textsOf(context, ground);
  for (const seed of context.seeds) {
    for (const arm of arms) {
      const result = await measure(context, ground, texts, { arm: forThe(ground, arm), rounds, seed });
      results.set(arm.name, [...(results.get(arm.name) ?? []), result]);
    }
  }
  const of = (arm: string, what: 'narrow' | 'deep' | 'swarm' | 'kilobytes'): number =>
    mean((results.get(arm) ?? []).map((result) => result[what]));
  /** What the client gains, that gains least, over the same client alone. */
  const least = (arm: string, alone: string): number =>
    Math.min(
      ...(results.get(arm) ?? []).flatMap(({ fish }, i) =>
        [...fish].map(([id, value]) => value - (results.get(alone)?.[i]?.fish.get(id) ?? 1)),
      ),
    );
  const against = (arm: string, alone: string, what: 'narrow' | 'deep' | 'swarm'): string =>
    `${percent(of(arm, what))} against ${percent(of(alone, what))}`;
  const cargo = new Set([...results.values()].flat().flatMap((result) => [...result.cargo]));
  const effects: Finding['effects'] = [
    {
      claim: 'clients of both shapes are better together than alone',
      holds:
        of('FedMD', 'narrow') >= of('alone', 'narrow') + 0.05 &&
        of('FedMD', 'deep') >= of('alone', 'deep') + 0.05,
      measured: `narrow ${against('FedMD', 'alone', 'narrow')}, deep ${against('FedMD', 'alone', 'deep')}`,
      threshold: 'at least 5 points each (the paper: about 20 over own data alone, on images)',
    },
    {
      claim: 'every single client is',
      holds: least('FedMD', 'alone') > 0,
      measured: `the one that gains least gains ${percent(least('FedMD', 'alone'))}`,
      threshold: 'above 0, in every seed',
    },
    {
      claim: 'and the ensemble of all',
      holds: of('FedMD', 'swarm') > of('alone', 'swarm'),
      measured: against('FedMD', 'alone', 'swarm'),
      threshold: 'better',
    },
    {
      claim: 'nothing but predictions crosses a link',
      holds: cargo.size === 1 && cargo.has('prediction'),
      measured: `the audits name ${[...cargo].join(' and ')}`,
      threshold: 'no other cargo',
    },
    ...(reduced
      ? []
      : [
          {
            claim: '8 bits a number do as well, with fewer bytes',
            holds:
              of('FedMD, 8 bits', 'narrow') >= of('FedMD', 'narrow') - 0.02 &&
              of('FedMD, 8 bits', 'kilobytes') < of('FedMD', 'kilobytes'),
            measured: `${against('FedMD, 8 bits', 'FedMD', 'narrow')}, ${Math.round(of('FedMD, 8 bits', 'kilobytes'))} against ${Math.round(of('FedMD', 'kilobytes'))} kB`,
            threshold: 'within 2 points',
          },
          {
            claim:
              'under skew (Dirichlet .3) so are clients of a sharpened mean of probabilities (DS-FL); a mean of scores is misled',
            holds:
              of('sharpened, skewed', 'narrow') >= of('alone, skewed', 'narrow') + 0.05 &&
              of('sharpened, skewed', 'deep') >= of('alone, skewed', 'deep') + 0.05 &&
              of('FedMD, skewed', 'narrow') < of('sharpened, skewed', 'narrow'),
            measured: `narrow ${against('sharpened, skewed', 'alone, skewed', 'narrow')}, deep ${against('sharpened, skewed', 'alone, skewed', 'deep')}; of scores narrow ${percent(of('FedMD, skewed', 'narrow'))}, deep ${percent(of('FedMD, skewed', 'deep'))}`,
            threshold: 'at least 5 points each',
          },
          {
            claim:
              'under skew clients that first learnt labelled public text keep it by FedMD; their own examples alone drive it out',
            holds: (['narrow', 'deep'] as const).every(
              (shape) => of(PHASES.both, shape) >= of(PHASES.first, shape) + 0.05,
            ),
            measured: `narrow ${against(PHASES.both, PHASES.first, 'narrow')}, deep ${against(PHASES.both, PHASES.first, 'deep')}`,
            threshold: 'at least 5 points each above the first phase alone',
          },
        ]),
  ];
  return {
    tables: [
      {
        title: `${2 * COUNT} clients (${ground.name}) of two shapes with ${TEXTS} labelled texts each, ${rounds} rounds: accuracy on fresh texts`,
        columns: ['arm', 'narrow fish', 'deep fish', 'ensemble', 'kilobytes sent'],
        rows: arms.map(({ name }) => [
          name,
          of(name, 'narrow'),
          of(name, 'deep'),
          of(name, 'swarm'),
          Math.round(of(name, 'kilobytes')),
        ]),
      },
    ],
    effects,
  };
}

export const federatedDistillation: Experiment = {
  name: 'federated-distillation',
  architecture: 'federated',
  claim: 'Fish of different shapes learn from each other by their answers to public text (FedMD).',
  fast: (context) => on(context, topics(3000)),
  full: (context) => on(context, agNews()),
};
