import { metricOf } from '#engine/metrics/catalogue.ts';
import type { Series } from '#engine/protocol/api.ts';
import { parseSeries } from '#engine/protocol/series.ts';
import { type ChartLine, smooth } from '../charts/chartData.ts';
import type { OpenedRun } from './comparedRuns.ts';
import { runLook } from './runLook.ts';

export interface OverlayChoice {
  /** Series name. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly definition: string;
}

const FIRST = ['swarm/accuracy', 'swarm/perplexity', 'swarm/loss'];
const rank = (id: string): number => (FIRST.indexOf(id) + FIRST.length + 1) % (FIRST.length + 1);

/** Every metric that any of the runs has. `name` names nodes. */
export function overlayChoices(
  runs: readonly OpenedRun[],
  name: (id: string) => string,
): readonly OverlayChoice[] {
  const ids = [...new Set(runs.flatMap(({ series }) => [...series.keys()]))];
  return ids
    .flatMap((id): OverlayChoice[] => {
      const parsed = parseSeries(id);
      if (parsed === null) return [];
      const [kind, ...source] = parsed.metric.split('/');
      const known = metricOf(parsed.scope, parsed.metric);
      const label = known?.label ?? kind ?? parsed.metric;
      const of = source.length === 0 ? '' : `, ${name(source.join('/'))}`;
      return [
        {
          id,
          title: parsed.subject === '' ? label : `${name(parsed.subject)}: ${label}${of}`,
          unit: known?.unit === 'share' ? '%' : (known?.unit ?? ''),
          percent: known?.unit === 'share',
          definition: known?.definition ?? '',
        },
      ];
    })
    .toSorted((a, b) => rank(a.id) - rank(b.id) || a.id.localeCompare(b.id));
}

/** One line a run, over rounds: the last value of each round where there are several. */
export function overlayLines(
  runs: readonly OpenedRun[],
  titles: ReadonlyMap<string, string>,
  series: string,
  smoothing: number,
  hidden: ReadonlySet<string>,
): readonly ChartLine[] {
  return runs.flatMap((run, at): ChartLine[] => {
    const points = run.series.get(series);
    if (points === undefined || hidden.has(run.id)) return [];
    const { color, dash } = runLook(at);
    const { x, y } = byRound(points);
    return [
      {
        key: run.id,
        label: titles.get(run.id) ?? run.name,
        color,
        emphasis: 'normal',
        ...(dash === undefined ? {} : { dash }),
        x,
        y: smooth(y, smoothing),
      },
    ];
  });
}

function byRound({ round, last }: Series): { x: number[]; y: number[] } {
  const values = new Map<number, number>();
  round.forEach((x, at) => {
    const y = last[at];
    if (y !== undefined) values.set(x, y);
  });
  return { x: [...values.keys()], y: [...values.values()] };
}
