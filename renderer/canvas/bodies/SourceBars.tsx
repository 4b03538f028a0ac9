import { t } from '#engine/core/text.ts';
import { formatPercent } from '../../ui/format.ts';
import type { Part } from './sourceParts.ts';
import './bars.css';

/** One small bar a source, the largest filling the height. */
export function SourceBars({ parts, what }: { parts: readonly Part[]; what: string }) {
  if (parts.length < 2) return null;
  const most = Math.max(...parts.map(({ value }) => value), 1e-9);
  return (
    <div className="weight-bars" role="img" aria-label={t`${what} of ${parts.length} sources`}>
      {parts.map(({ source, value }) => (
        <i
          key={source}
          title={`${source}: ${formatPercent(value)}`}
          style={{ height: `${Math.max(6, (100 * value) / most)}%` }}
        />
      ))}
    </div>
  );
}
