import { alignLines, type ChartLine, type ChartMarker, type Range, within } from './chartData.ts';
import { labelPlaces, markerGroups } from './markerGroups.ts';
import { type AxisKind, formatPlace, formatTicks, ticks } from './ticks.ts';
import { valueRange } from './valueRange.ts';

export interface ChartPicture {
  readonly title: string;
  readonly unit: string;
  readonly xLabel: string;
  readonly xKind: AxisKind;
  readonly scale: 'linear' | 'log';
  readonly percent: boolean;
  /** Those that are shown, with colours as a picture can use them. */
  readonly lines: readonly ChartLine[];
  readonly markers: readonly ChartMarker[];
  readonly range: Range;
  readonly colors: Readonly<Record<'background' | 'text' | 'faint' | 'grid' | ChartMarker['tone'], string>>;
}

const WIDTH = 960;
const LEFT = 64;
const RIGHT = 28;
const TOP = 58;
const PLOT_HEIGHT = 400;
const STROKE = { strong: 3, normal: 2, thin: 1.3 } as const;
const LEGEND_ROW = 20;
const CHARACTER = 7;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const place = (value: number): string => value.toFixed(1);

/** A chart as it is seen, as an SVG file of its own: title, axes, lines, marks, legend. */
export function chartSvg(picture: ChartPicture): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const { title, unit, xLabel, xKind, scale, percent, lines, range, colors } = picture;
  const aligned = alignLines(lines);
  const [least, most] = valueRange(aligned, () => true, [range.from, range.to], scale) ?? [0, 1];
  const margin = scale === 'log' ? 0 : (most - least) * 0.06 || Math.abs(most) * 0.1 || 0.5;
  const [low, high] = scale === 'log' ? [least / 1.06, most * 1.06] : [least - margin, most + margin];
  const onScale = (value: number): number => (scale === 'log' ? Math.log10(Math.max(value, 1e-300)) : value);
  const plotWidth = WIDTH - LEFT - RIGHT;
  const x = (value: number): number =>
    LEFT + ((value - range.from) / (range.to - range.from || 1)) * plotWidth;
  const y = (value: number): number =>
    TOP + PLOT_HEIGHT - ((onScale(value) - onScale(low)) / (onScale(high) - onScale(low) || 1)) * PLOT_HEIGHT;
  const bottom = TOP + PLOT_HEIGHT;

  const yTicks = ticks(low, high, 8, scale === 'log' ? 'log' : 'linear');
  const yLabels = formatTicks(yTicks, percent);
  const axes = [
    ...yTicks.map(
      (value, at) =>
        `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${place(y(value))}" y2="${place(y(value))}" stroke="${colors.grid}"/>` +
        `<text x="${LEFT - 8}" y="${place(y(value) + 4)}" text-anchor="end" fill="${colors.faint}">${escaped(yLabels[at] ?? '')}</text>`,
    ),
    ...ticks(range.from, range.to, plotWidth / 100, xKind).map(
      (value) =>
        `<text x="${place(x(value))}" y="${bottom + 18}" text-anchor="middle" fill="${colors.faint}">${escaped(formatPlace(value, xKind))}</text>`,
    ),
    `<text x="${place(LEFT + plotWidth / 2)}" y="${bottom + 38}" text-anchor="middle" fill="${colors.faint}">${escaped(xLabel)}</text>`,
  ];

  const groups = markerGroups(picture.markers, x, [LEFT, WIDTH - RIGHT]);
  const widthOf = (label: string): number => label.length * 6;
  const places = labelPlaces(groups, widthOf, [LEFT, WIDTH - RIGHT], { gap: 5 });
  const marks = groups.map(({ at, tone, shape }, index) => {
    const where = places[index];
    const base = TOP - 6;
    const top = shape === 'tick' ? bottom - 9 : where == null ? TOP : base - 9;
    const line = `<line x1="${place(at)}" x2="${place(at)}" y1="${top}" y2="${bottom}" stroke="${colors[tone]}" stroke-dasharray="3 3"/>`;
    return where == null
      ? line
      : `${line}<text x="${place(where.left)}" y="${base}" font-size="11" fill="${colors[tone]}">${escaped(where.text)}</text>`;
  });

  const drawn = lines.map(
    (line) =>
      spansOf(line, range, x, y) +
      rawOf(line, range, x, y) +
      `<path d="${pathOf(line, range, x, y)}" stroke="${line.color}" stroke-width="${STROKE[line.emphasis]}"${
        line.dash === undefined ? '' : ` stroke-dasharray="${line.dash.join(' ')}"`
      }${line.emphasis === 'thin' ? ' opacity="0.6"' : ''}/>`,
  );
  const legend = legendOf(lines, bottom + 56, colors.text);
  const height = bottom + 56 + legend.height;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, 'Segoe UI', 'Noto Sans', sans-serif" font-size="12">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" fill="${colors.background}"/>
<text x="${LEFT}" y="28" font-size="16" font-weight="600" fill="${colors.text}">${escaped(title)}</text>
<text x="${WIDTH - RIGHT}" y="28" text-anchor="end" fill="${colors.faint}">${escaped(unit)}</text>
${axes.join('\n')}
<clipPath id="plot"><rect x="${LEFT}" y="${TOP}" width="${plotWidth}" height="${PLOT_HEIGHT}"/></clipPath>
<g fill="none" stroke-linejoin="round" clip-path="url(#plot)">
${drawn.join('\n')}
</g>
${marks.join('\n')}
${legend.svg}
</svg>
`;
  return { svg, width: WIDTH, height };
}

/** The line before it was smoothed. */
function rawOf(
  line: ChartLine,
  range: Range,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  if (line.raw === undefined) return '';
  return `<path class="raw" d="${pathOf({ ...line, y: line.raw }, range, x, y)}" stroke="${line.color}" opacity="0.35"/>\n`;
}

function pathOf(
  line: ChartLine,
  range: Range,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const { first, end } = within(line.x, range);
  const parts: string[] = [];
  let pen = false;
  for (let at = first; at < end; at += 1) {
    const value = line.y[at]!;
    if (!Number.isFinite(value)) {
      pen = false;
      continue;
    }
    const [px, py] = [place(x(line.x[at]!)), place(y(value))];
    parts.push(`${pen ? 'L' : 'M'}${px} ${py}`);
    pen = true;
  }
  return parts.join('');
}

/** From the least to the greatest value of each point that stands for several. */
function spansOf(
  line: ChartLine,
  range: Range,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const { first, end } = within(line.x, range);
  const parts: string[] = [];
  for (let at = first; at < end; at += 1) {
    const low = line.low?.[at];
    const high = line.high?.[at];
    if (low === undefined || high === undefined || low === high) continue;
    parts.push(`M${place(x(line.x[at]!))} ${place(y(low))}V${place(y(high))}`);
  }
  return parts.length === 0
    ? ''
    : `<path class="spans" d="${parts.join('')}" stroke="${line.color}" opacity="0.3"/>\n`;
}

function legendOf(
  lines: readonly ChartLine[],
  top: number,
  text: string,
): { readonly svg: string; readonly height: number } {
  let left = LEFT;
  let row = 0;
  const entries = lines.map(({ label, color, dash }) => {
    const width = 30 + label.length * CHARACTER;
    if (left + width > WIDTH - RIGHT && left > LEFT) {
      left = LEFT;
      row += 1;
    }
    const y = top + row * LEGEND_ROW;
    const entry =
      `<line x1="${left}" x2="${left + 18}" y1="${y}" y2="${y}" stroke="${color}" stroke-width="3"${dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`}/>` +
      `<text x="${left + 24}" y="${y + 4}" fill="${text}">${escaped(label)}</text>`;
    left += width + 12;
    return entry;
  });
  return { svg: entries.join('\n'), height: lines.length === 0 ? 0 : (row + 1) * LEGEND_ROW };
}
