import { exitId } from '#engine/compile/sources.ts';
import { t, withinSentence } from '#engine/core/text.ts';
import { translate } from '#engine/core/translate.ts';
import { metricOf } from '#engine/metrics/catalogue.ts';
import { fishSeries, nodeSeries, type SeriesName } from '#engine/protocol/series.ts';
import type { LiveRun } from '../live/liveRun.ts';
import type { ChartChoice, ChosenLine } from './chartChoices.ts';

/** Measured of fish and of what is made of their answers alike. */
const COMPARABLE = ['accuracy', 'loss', 'perplexity'] as const;

/**
 * What each node answers, over each other: fish (the mean of a school), their early exits, aggregators. `voice` is the
 * node that speaks for the swarm.
 */
export function nodesChoices(
  { fish }: Pick<LiveRun, 'fish'>,
  names: readonly SeriesName[],
  name: (id: string) => string,
  voice: string | null,
): ChartChoice[] {
  const schools = [...Map.groupBy(fish, ({ nodeId }) => nodeId)];
  const lookOf = (node: string): ChosenLine['look'] => (node === voice ? 'swarm' : 'other');
  return COMPARABLE.flatMap((metric): ChartChoice[] => {
    const look = metricOf('node', metric) ?? metricOf('fish', metric);
    const measured = names.filter((one) => one.metric === metric);
    const ofFish = new Set(measured.flatMap(({ scope, subject }) => (scope === 'fish' ? subject : [])));
    const lines = [
      ...schools.flatMap(([node, members]): ChosenLine[] => {
        const series = members.flatMap(({ id }) => (ofFish.has(id) ? fishSeries(id, metric) : []));
        if (series[0] === undefined) return [];
        return [{ series: series[0], meanOf: series, key: node, label: name(node), look: lookOf(node) }];
      }),
      ...(metric === 'accuracy' ? exitLines(names, name) : []),
      ...measured.flatMap(({ scope, subject }): ChosenLine[] => {
        if (scope !== 'node') return [];
        return [
          { series: nodeSeries(subject, metric), key: subject, label: name(subject), look: lookOf(subject) },
        ];
      }),
    ];
    if (look === undefined || lines.length < 2) return [];
    const title = translate(look.label);
    return [
      {
        id: `nodes/${metric}`,
        group: t`Nodes`,
        title: t`Nodes: ${withinSentence(title)}`,
        unit: look.unit === 'share' ? '%' : translate(look.unit),
        percent: look.unit === 'share',
        definition: t`What the nodes answer, over each other: fish (the mean of a school), early exits, aggregators. ${translate(look.definition)}`,
        coloured: true,
        lines,
      },
    ];
  });
}

/** Those of the same layer of several fish are told apart by the fish. */
function exitLines(names: readonly SeriesName[], name: (id: string) => string): ChosenLine[] {
  return names.flatMap(({ scope, subject, metric }): ChosenLine[] => {
    const layer = /^exit\/(\d+)$/.exec(metric)?.[1];
    if (scope !== 'fish' || layer === undefined) return [];
    const id = exitId(subject, Number(layer));
    return [{ series: fishSeries(subject, metric), key: id, label: name(id), look: 'other' }];
  });
}
