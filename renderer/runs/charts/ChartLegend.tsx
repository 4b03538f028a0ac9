import { t } from '#engine/core/text.ts';
import { isLitBy } from '../highlight.ts';
import { type ChartLine, inReadingOrder, lastOf } from './chartData.ts';
import { formatNumber } from './formatNumber.ts';

interface ChartLegendProps {
  readonly lines: readonly ChartLine[];
  readonly percent: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly highlight: string | null;
  readonly onHidden: (hidden: ReadonlySet<string>) => void;
  readonly onHover: (key: string | null) => void;
}

/** Every line with its last value. A click hides or shows it; with Alt it alone is shown, or all again. */
export function ChartLegend({ lines, percent, hidden, highlight, onHidden, onHover }: ChartLegendProps) {
  const toggle = (key: string, alone: boolean): void => {
    const others = lines.map((line) => line.key).filter((other) => other !== key);
    if (alone) {
      const isAlone = !hidden.has(key) && others.every((other) => hidden.has(other));
      onHidden(new Set(isAlone ? [] : others));
    } else
      onHidden(new Set(hidden.has(key) ? [...hidden].filter((other) => other !== key) : [...hidden, key]));
  };
  return (
    <fieldset className="chart-legend" aria-label={t`Lines of this chart`}>
      {inReadingOrder(lines).map((line) => {
        const last = lastOf(line);
        return (
          <button
            key={line.key}
            type="button"
            aria-pressed={!hidden.has(line.key)}
            className={isLitBy(line.key, highlight) ? 'lit' : ''}
            title={t`Click: hide or show. Alt and click: only this one.`}
            onClick={(event) => toggle(line.key, event.altKey)}
            onPointerEnter={() => onHover(line.key)}
            onPointerLeave={() => onHover(null)}
          >
            <svg width="14" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="14"
                y1="4"
                y2="4"
                strokeWidth={line.emphasis === 'strong' ? 3 : 2}
                style={{ stroke: line.color }}
                strokeDasharray={line.dash?.join(' ')}
              />
            </svg>
            {line.label}
            {last !== null && <span className="num">{formatNumber(last, percent)}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
