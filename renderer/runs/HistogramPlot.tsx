import { useState } from 'react';
import { t } from '#engine/core/text.ts';
import type { Histogram } from '#engine/protocol/api/measured.ts';
import { formatCount, formatValue } from '../ui/format.ts';
import { formatTicks, ticks } from './charts/ticks.ts';
import './histogramPlot.css';

const WIDTH = 480;
const HEIGHT = 132;
const LEFT = 8;
const BOTTOM = 1;

interface HistogramPlotProps {
  readonly title: string;
  readonly histogram: Histogram;
  readonly color: string;
  /** Of the counts; `log` shows rare values. */
  readonly scale: 'linear' | 'log';
  readonly note: string;
}

/** Bars of equal width; the one under the pointer says what it holds. */
export function HistogramPlot({ title, histogram, color, scale, note }: HistogramPlotProps) {
  const { from, to, counts, count, mean, deviation, broken } = histogram;
  const [pointed, setPointed] = useState<number | null>(null);
  const place = (value: number): number => (scale === 'log' ? Math.log10(1 + value) : value);
  const most = Math.max(1, ...counts.map(place));
  const width = (WIDTH - 2 * LEFT) / counts.length;
  const x = (value: number): number => LEFT + ((value - from) / (to - from)) * (WIDTH - 2 * LEFT);
  const places = ticks(from, to, 5, 'linear');
  const labels = formatTicks(places, false);
  const step = (to - from) / counts.length;
  const text =
    pointed === null
      ? t`mean ${formatValue(mean)}, deviation ${formatValue(deviation)}, ${note}`
      : t`${formatValue(from + pointed * step)} to ${formatValue(from + (pointed + 1) * step)}: ${formatCount(counts[pointed] ?? 0)}`;
  return (
    <figure className="histogram" aria-label={title}>
      <figcaption>
        <b>{title}</b>
        <span className="num">{text}</span>
        {broken > 0 && <span className="pill bad">{t`${formatCount(broken)} are not numbers`}</span>}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t`${formatCount(count)} numbers from ${formatValue(from)} to ${formatValue(to)}, mean ${formatValue(mean)}, deviation ${formatValue(deviation)}`}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = Math.floor((((event.clientX - box.left) / box.width) * WIDTH - LEFT) / width);
          setPointed(at >= 0 && at < counts.length ? at : null);
        }}
        onPointerLeave={() => setPointed(null)}
      >
        {counts.map((value, bin) => {
          const height = (place(value) / most) * (HEIGHT - BOTTOM - 6);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
              key={bin}
              x={LEFT + bin * width + 0.4}
              width={Math.max(0.5, width - 0.8)}
              y={HEIGHT - BOTTOM - height}
              height={height}
              style={{ fill: color, opacity: pointed === null || pointed === bin ? 1 : 0.45 }}
            />
          );
        })}
        <line className="base" x1={LEFT} x2={WIDTH - LEFT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
        {from < 0 && to > 0 && <line className="zero" x1={x(0)} x2={x(0)} y1={4} y2={HEIGHT - BOTTOM} />}
      </svg>
      <div className="histogram-axis" aria-hidden="true">
        {places.map((value, at) => (
          <span key={value} style={{ left: `${(x(value) / WIDTH) * 100}%` }}>
            {labels[at]}
          </span>
        ))}
      </div>
    </figure>
  );
}
