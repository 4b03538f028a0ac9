import { t, withinSentence } from '#engine/core/text.ts';
import { translate } from '#engine/core/translate.ts';
import { metricOf } from '#engine/metrics/catalogue.ts';
import type { Metric } from '#engine/metrics/metric.ts';
import {
  fishSeries,
  nodeSeries,
  parseSeries,
  runSeries,
  type SeriesName,
  swarmSeries,
} from '#engine/protocol/series.ts';
import type { LiveRun } from '../live/liveRun.ts';
import { nodesChoices } from './nodesChoice.ts';

/** One line of a chart: a series and whose it is. */
export interface ChosenLine {
  readonly series: string;
  /** The line is the mean of these series, in place of `series`. */
  readonly meanOf?: readonly string[];
  readonly key: string;
  readonly label: string;
  readonly look: 'swarm' | 'fish' | 'dead' | 'best' | 'mean' | 'other';
}

export interface ChartChoice {
  /** Also its name in a file. */
  readonly id: string;
  /** Heading in the choice of charts. */
  readonly group: string;
  readonly title: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly definition: string;
  readonly lines: readonly ChosenLine[];
  /** Lines are told apart by colours, which a legend explains. */
  readonly coloured?: boolean;
}

/** Measured on validation, and on training too under another name. */
const ON_VALIDATION: ReadonlySet<string> = new Set(['loss', 'accuracy']);
/** First in the list, in this order; then as the catalogue has them. */
const FIRST = ['accuracy', 'loss', 'perplexity', 'trainLoss'];
/** Always offered, so that a chart has a name before the first evaluation. */
const BEFORE_ANY = {
  classification: ['accuracy', 'loss'],
  'language-modelling': ['perplexity', 'loss'],
} as const;

const SWARM_GROUP = t`Swarm and fish`;

/** Everything a run measured that can be drawn, and what it is called. `name` names nodes by id, `voice` speaks for the swarm. */
export function chartChoices(
  run: Pick<LiveRun, 'fish' | 'fishState' | 'task'>,
  series: Iterable<string>,
  name: (id: string) => string,
  voice: string | null = null,
): readonly ChartChoice[] {
  const names = [...series].flatMap((one) => parseSeries(one) ?? []);
  const measured = new Set(
    names.filter(({ scope }) => scope === 'swarm' || scope === 'fish').map(({ metric }) => metric),
  );
  for (const metric of BEFORE_ANY[run.task ?? 'classification']) measured.add(metric);
  const swarm = [...measured].toSorted(byRank).map((metric) => swarmChoice(run, metric));
  const schools = [...measured].toSorted(byRank).flatMap((metric) => schoolChoice(run, metric, name));
  return [
    ...swarm,
    ...schools,
    ...nodesChoices(run, names, name, voice),
    ...nodeChoices(run, names, name),
    ...linkChoices(names, name),
    ...runChoices(names),
  ];
}

const rank = (metric: string): number => {
  const at = FIRST.indexOf(metric);
  return at === -1 ? FIRST.length : at;
};
const byRank = (a: string, b: string): number => rank(a) - rank(b);

function shown(metric: Metric | undefined, fallback: string) {
  return {
    title: translate(metric?.label ?? fallback),
    unit: metric?.unit === 'share' ? '%' : translate(metric?.unit ?? ''),
    percent: metric?.unit === 'share',
    definition: translate(metric?.definition ?? ''),
  };
}

/** Of fish as a whole: accuracies, or losses of language models. */
const OF_FISH: ReadonlySet<string> = new Set(['bestFish', 'meanFish', 'worstFish', 'gainOverBest']);

function swarmChoice(run: Pick<LiveRun, 'fish' | 'fishState' | 'task'>, metric: string): ChartChoice {
  const percent = run.task !== 'language-modelling';
  const look = {
    ...shown(metricOf('swarm', metric) ?? metricOf('fish', metric), metric),
    ...(OF_FISH.has(metric) ? { percent, unit: percent ? '%' : t`nats` } : {}),
  };
  const label = metric.startsWith('f1:')
    ? t`F1 of ${metric.slice(3)}`
    : metric.startsWith('exit/')
      ? t`${look.title}, layer ${metric.slice(5)}`
      : look.title;
  return {
    ...look,
    id: metric,
    group: SWARM_GROUP,
    title: ON_VALIDATION.has(metric) ? t`${label}, validation` : label,
    lines: [
      ...run.fish.map(({ id, name }) => ({
        series: fishSeries(id, metric),
        key: id,
        label: name,
        look: isGone(run, id) ? ('dead' as const) : ('fish' as const),
      })),
      ...(BEST_AND_MEAN[run.task ?? 'classification'] === metric ? BOUNDS : []),
      { series: swarmSeries(metric), key: 'swarm', label: t`swarm`, look: 'swarm' },
    ],
  };
}

/** What the best and the mean fish are measured in. */
const BEST_AND_MEAN = { classification: 'accuracy', 'language-modelling': 'loss' } as const;
const BOUNDS: readonly ChosenLine[] = [
  { series: swarmSeries('meanFish'), key: 'meanFish', label: t`mean fish`, look: 'mean' },
  { series: swarmSeries('bestFish'), key: 'bestFish', label: t`best fish`, look: 'best' },
];

/** Means of the fish of each node, where there are several nodes of fish and one has several fish. */
function schoolChoice(
  run: Pick<LiveRun, 'fish'>,
  metric: string,
  name: (id: string) => string,
): ChartChoice[] {
  const schools = Map.groupBy(run.fish, ({ nodeId }) => nodeId);
  const known = metricOf('fish', metric);
  if (known === undefined || schools.size < 2 || schools.size === run.fish.length) return [];
  const look = shown(known, metric);
  return [
    {
      ...look,
      id: `school/${metric}`,
      group: t`Schools`,
      title: t`Schools: ${look.title.toLowerCase()}`,
      definition: t`Mean over the fish of a node. ${look.definition}`,
      coloured: true,
      lines: [...schools].map(([node, fish]) => ({
        series: fishSeries(fish[0]?.id ?? node, metric),
        meanOf: fish.map(({ id }) => fishSeries(id, metric)),
        key: node,
        label: name(node),
        look: 'other' as const,
      })),
    },
  ];
}

const isGone = ({ fishState }: Pick<LiveRun, 'fishState'>, fish: string): boolean =>
  fishState[fish] !== 'running' && fishState[fish] !== 'waiting';

/** By node, metrics of one kind (`weight/<source>`) together. */
function nodeChoices(
  run: Pick<LiveRun, 'fish' | 'fishState'>,
  names: readonly SeriesName[],
  name: (id: string) => string,
): ChartChoice[] {
  const own = names.filter(({ scope }) => scope === 'node');
  const groups = Map.groupBy(own, ({ subject, metric }) => `${subject}/${metric.split('/')[0]}`);
  return [...groups].map(([id, members]): ChartChoice => {
    const { subject, metric } = members[0]!; // groups are not empty
    const look = shown(metricOf('node', metric), metric.split('/')[0] ?? metric);
    return {
      ...look,
      id: `node/${id}`,
      group: name(subject),
      title: `${name(subject)}: ${withinSentence(look.title)}`,
      coloured: members.length > 1,
      lines: members.map((member): ChosenLine => {
        const source = member.metric.split('/').slice(1).join('/');
        return {
          series: nodeSeries(subject, member.metric),
          key: source === '' ? subject : source,
          label: name(source === '' ? subject : source),
          look: run.fish.some((fish) => fish.id === source && isGone(run, source)) ? 'dead' : 'other',
        };
      }),
    };
  });
}

function linkChoices(names: readonly SeriesName[], name: (id: string) => string): ChartChoice[] {
  const groups = Map.groupBy(
    names.filter(({ scope }) => scope === 'link'),
    ({ metric }) => metric,
  );
  return [...groups].map(([metric, members]): ChartChoice => {
    const look = shown(metricOf('link', metric), metric);
    return {
      ...look,
      id: `link/${metric}`,
      group: t`Links`,
      title: t`Links: ${withinSentence(look.title)}`,
      lines: members.map(({ subject }) => ({
        series: `link/${subject}/${metric}`,
        key: subject,
        label: name(subject),
        look: 'other',
      })),
    };
  });
}

function runChoices(names: readonly SeriesName[]): ChartChoice[] {
  const metrics = new Set(names.filter(({ scope }) => scope === 'run').map(({ metric }) => metric));
  return [...metrics].map(
    (metric): ChartChoice => ({
      ...shown(metricOf('run', metric), metric),
      id: `run/${metric}`,
      group: t`Engine`,
      lines: [{ series: runSeries(metric), key: 'run', label: t`run`, look: 'other' }],
    }),
  );
}
