import type { ControlProps } from './control.ts';

/** One of the schema's values. */
export function SelectControl({
  id,
  value,
  shape,
  spec,
  invalid,
  describedBy,
  onChange,
  onEnd,
}: ControlProps) {
  const current = String(value ?? '');
  const options = shape.options.includes(current) ? shape.options : [...shape.options, current];
  return (
    <select
      id={id}
      className="input select"
      value={current}
      title={spec.options?.[current] ?? current}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={(event) => {
        onChange(event.target.value);
        onEnd();
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {spec.options?.[option] ?? option}
        </option>
      ))}
    </select>
  );
}
