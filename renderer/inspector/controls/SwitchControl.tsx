import { Switch } from 'radix-ui';
import type { ControlProps } from './control.ts';
import './switchControl.css';

export function SwitchControl({ id, value, describedBy, onChange, onEnd }: ControlProps) {
  return (
    <Switch.Root
      id={id}
      className="switch"
      checked={value === true}
      aria-describedby={describedBy}
      onCheckedChange={(checked) => {
        onChange(checked);
        onEnd();
      }}
    >
      <Switch.Thumb className="switch-thumb" />
    </Switch.Root>
  );
}
