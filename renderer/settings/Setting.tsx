import { type ReactNode, useId } from 'react';

/** One setting: its name, what it does, and its control. */
export function Setting({
  label,
  help,
  children,
}: {
  readonly label: string;
  readonly help: string;
  readonly children: (ids: { readonly id: string; readonly describedBy: string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>
      {children({ id, describedBy: `${id}-help` })}
      <p id={`${id}-help`}>{help}</p>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly help: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}

/** A setting that is one of a few. */
export function Choice<T extends string>({ label, help, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Setting label={label} help={help}>
      {({ id, describedBy }) => (
        <select
          id={id}
          aria-describedby={describedBy}
          className="input select"
          value={value}
          onChange={(event) => {
            const chosen = options.find(([option]) => option === event.target.value);
            if (chosen !== undefined) onChange(chosen[0]);
          }}
        >
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Setting>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly help: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** A setting that is on or off. */
export function Switch({ label, help, value, onChange }: SwitchProps) {
  return (
    <Setting label={label} help={help}>
      {({ id, describedBy }) => (
        <input
          id={id}
          type="checkbox"
          aria-describedby={describedBy}
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
        />
      )}
    </Setting>
  );
}
