import './meter.css';

interface MeterProps {
  /** 0..1. */
  readonly value: number;
  /** Its words for screen readers; left out where the same words stand beside it. */
  readonly label?: string;
}

/** A bar for a share. */
export function Meter({ value, label }: MeterProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10;
  const bar = <i style={{ width: `${percent}%` }} />;
  if (label === undefined) {
    return (
      <span className="meter" aria-hidden="true">
        {bar}
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: every browser draws <meter> in its own way
    <span
      className="meter"
      role="meter"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      {bar}
    </span>
  );
}
