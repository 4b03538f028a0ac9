import { type CSSProperties, type KeyboardEvent, useEffect, useState } from 'react';
import { t } from '#engine/core/text.ts';
import { numberText } from '../../ui/format.ts';
import type { ControlProps } from './control.ts';
import './numberControl.css';

/** The number a text means; null for an empty one, undefined where it is none. */
export function parseNumber(text: string): number | null | undefined {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

function stepOf(value: number, integer: boolean): number {
  if (integer) return 1;
  return value === 0 ? 0.01 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
}

/** A number field: any spelling while typing, arrow keys to step, the unit after it. */
export function NumberControl({
  id,
  value,
  shape,
  spec,
  invalid,
  describedBy,
  onChange,
  onEnd,
}: ControlProps) {
  const [text, setText] = useState(() => numberText(value));
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    if (!editing) setText(numberText(value));
  }, [value, editing]);
  const standsFor = !editing && value === 0 ? spec.zero : undefined;
  const parsed = parseNumber(text);
  const wrong = parsed === undefined || (parsed === null && !shape.nullable);

  const take = (next: string): void => {
    setText(next);
    const number = parseNumber(next);
    if (number === undefined || (number === null && !shape.nullable)) return;
    onChange(number);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const integer = shape.type === 'integer';
    const current = typeof parsed === 'number' ? parsed : (shape.min ?? 0);
    const step = stepOf(current, integer) * (event.shiftKey ? 10 : 1) * (event.key === 'ArrowUp' ? 1 : -1);
    const moved = Math.min(shape.max ?? Infinity, Math.max(shape.min ?? -Infinity, current + step));
    take(numberText(integer ? Math.round(moved) : Number(moved.toPrecision(6))));
  };
  const unit = standsFor === undefined ? spec.unit?.(parsed ?? 0) : undefined;
  return (
    <span
      className="number-control"
      style={unit === undefined ? undefined : ({ '--unit': `${unit.length}ch` } as CSSProperties)} // a variable of ours
    >
      <input
        id={id}
        className="input number"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={standsFor ?? text}
        placeholder={shape.nullable ? t`none` : ''}
        aria-invalid={invalid || (editing && wrong)}
        aria-describedby={describedBy}
        onFocus={(event) => {
          setEditing(true);
          event.currentTarget.select();
        }}
        onBlur={() => {
          setEditing(false);
          onEnd();
        }}
        onChange={(event) => take(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {unit !== undefined && <span className="unit">{unit}</span>}
    </span>
  );
}
