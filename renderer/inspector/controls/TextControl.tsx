import { t } from '#engine/core/text.ts';
import type { ControlProps } from './control.ts';

export function TextControl({ id, value, invalid, describedBy, onChange, onEnd }: ControlProps) {
  return (
    <input
      id={id}
      className="input"
      autoComplete="off"
      spellCheck={false}
      placeholder={t`none`}
      value={typeof value === 'string' ? value : ''}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onEnd}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
