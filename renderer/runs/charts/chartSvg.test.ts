import { describe, expect, it } from 'vitest';
import type { ChartLine } from './chartData.ts';
import { type ChartPicture, chartSvg } from './chartSvg.ts';

const line = (label: string, y: number[], more: Partial<ChartLine> = {}): ChartLine => ({
  key: label,
  label,
  color: '#123456',
  emphasis: 'normal',
  x: y.map((_, at) => at),
  y,
  ...more,
});
const picture = (lines: readonly ChartLine[], more: Partial<ChartPicture> = {}): string =>
  chartSvg({
    title: 'Loss of <fish> & co',
    unit: 'nats',
    xLabel: 'round',
    xKind: 'whole',
    scale: 'linear',
    percent: false,
    lines,
    markers: [{ x: 1, label: 'A died', tone: 'bad', shape: 'line' }],
    range: { from: 0, to: 3 },
    colors: {
      background: '#000',
      text: '#fff',
      faint: '#888',
      grid: '#333',
      bad: '#f00',
      ok: '#0f0',
      warn: '#ff0',
      neutral: '#888',
    },
    ...more,
  }).svg;

describe('a chart as a picture', () => {
  it('has title, axis, marks and a legend, and is well-formed whatever the names are', () => {
    const svg = picture([line('a "quoted" <one>', [1, 2, 3, 4]), line('b', [4, 3, 2, 1])]);
    for (const text of ['Loss of &lt;fish&gt; &amp; co', '>nats<', '>round<', 'A died', '&lt;one&gt;', '>3<'])
      expect(svg).toContain(text);
    expect(svg.match(/<path /g)).toHaveLength(2);
    expect(svg).not.toContain('NaN');
  });

  it('breaks lines at gaps and draws spikes', () => {
    const svg = picture([
      line('a', [1, Number.NaN, 3, 4]),
      line('b', [1, 1, 1, 1], { low: [1, 1, 1, 1], high: [1, 1, 9, 1] }),
    ]);
    const [a] = [...svg.matchAll(/<path d="([^"]*)"/g)].map(([, d]) => d ?? '');
    expect(a?.match(/M/g)).toHaveLength(2);
    expect(svg.match(/<path class="spans" d="([^"]*)"/)?.[1]).toMatch(/^M[\d.]+ [\d.]+V[\d.]+$/);
    expect(svg).toContain('>8<'); // the axis reaches the spike
  });

  it('of nothing is an empty chart', () => {
    expect(picture([])).not.toContain('NaN');
  });
});
