import { endEditGesture } from '../documents/store.ts';
import './nameField.css';

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  onChange(value: string): void;
}

/** A heading that can be edited in place. */
export function NameField({ label, value, placeholder, onChange }: NameFieldProps) {
  return (
    <input
      className="name-field"
      aria-label={label}
      value={value}
      title={value}
      placeholder={placeholder}
      maxLength={120}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onBlur={endEditGesture}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
