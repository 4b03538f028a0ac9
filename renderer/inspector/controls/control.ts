import type { FieldSpec } from '#engine/nodes/kind.ts';
import type { FieldShape } from '../fieldShape.ts';

/** What every control gets. `onChange` may be called many times in one pull; `onEnd` closes the undo step. */
export interface ControlProps {
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly shape: FieldShape;
  readonly spec: FieldSpec;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  onChange(value: unknown): void;
  onEnd(): void;
}
