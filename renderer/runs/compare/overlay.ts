import { translate } from '#engine/core/translate.ts';
import { metricOf } from '#engine/metrics/catalogue.ts';
import type { Series } from '#engine/protocol/api/measured.ts';
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

/** The swarm first, then what it is made of. */
const SCOPES = ['swarm', 'node', 'fish', 'link', 'run'];
const place = (id: string): number => SCOPES.indexOf(id.split('/')[0] ?? '');

/** Every metric that any of the runs has. `name` names nodes. */
export function overlayChoices(
  runs: readonly OpenedRun[],
  name: (id: string) => string,
): readonly OverlayChoice[] {
  const ids = [...new Set(runs.flatMap(({ series }) => [...series]))];
  return ids
    .flatMap((id): OverlayChoice[] => {
      const parsed = parseSeries(id);
      if (parsed === null) return [];
      const [kind, ...source] = parsed.metric.split('/');
      const known = metricOf(parsed.scope, parsed.metric);
      const label = translate(known?.label ?? kind ?? parsed.metric);
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
    .toSorted(
      (a, b) => rank(a.id) - rank(b.id) || place(a.id) - place(b.id) || a.title.localeCompare(b.title),
    );
}

/** One line a run, over rounds, of the series of each: the last value of each round where there are several. */
export function overlayLines(
  runs: readonly Pick<OpenedRun, 'id' | 'name'>[],
  titles: ReadonlyMap<string, string>,
  series: ReadonlyMap<string, Series>,
  smoothing: number,
  hidden: ReadonlySet<string>,
): readonly ChartLine[] {
  return runs.flatMap((run, at): ChartLine[] => {
    const points = series.get(run.id);
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
