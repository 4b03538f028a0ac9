import { t } from '#engine/core/text.ts';
import { formatFixed } from '../../ui/format.ts';

interface SmoothingControlProps {
  /** Weight of what came before: 0 is none. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** How much the lines of charts are smoothed. */
export function SmoothingControl({ value, onChange }: SmoothingControlProps) {
  return (
    <label>
      {t`smoothing`}
      <input
        type="range"
        min={0}
        max={0.95}
        step={0.05}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className="num">{formatFixed(value, 2)}</span>
    </label>
  );
}
