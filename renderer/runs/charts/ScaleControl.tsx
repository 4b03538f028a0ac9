import { t } from '#engine/core/text.ts';

interface ScaleControlProps {
  readonly value: 'linear' | 'log';
  readonly onChange: (value: 'linear' | 'log') => void;
}

/** Whether the values of charts stand on a logarithmic scale. */
export function ScaleControl({ value, onChange }: ScaleControlProps) {
  return (
    <label>
      <input
        type="checkbox"
        checked={value === 'log'}
        onChange={(event) => onChange(event.target.checked ? 'log' : 'linear')}
      />
      {t`log scale`}
    </label>
  );
}
