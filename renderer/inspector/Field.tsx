import { Tooltip } from 'radix-ui';
import { formatNumber, t } from '#engine/core/text.ts';
import type { FieldSpec } from '#engine/nodes/kind.ts';
import type { Diagnostic } from '#engine/validate/diagnostic.ts';
import { fixProblem } from '../problems/ProblemList.tsx';
import { Control } from './controls/Control.tsx';
import type { FieldShape } from './fieldShape.ts';
import './field.css';

export interface FieldProps {
  /** Unique on the page; ends in `.name`. */
  readonly id: string;
  readonly spec: FieldSpec;
  readonly shape: FieldShape;
  readonly value: unknown;
  readonly problem: Diagnostic | undefined;
  onChange(value: unknown): void;
  onEnd(): void;
}

/** Controls that need the whole width under their label. */
const WIDE = new Set<FieldSpec['control']>(['fish']);

/** One parameter: label with its explanation, control, and what is wrong with it. */
export function Field({ id, spec, shape, value, problem, onChange, onEnd }: FieldProps) {
  const errorId = problem === undefined ? undefined : `${id}-problem`;
  return (
    <div className={`field ${WIDE.has(spec.control) ? 'wide' : ''}`} data-field={id.split('.').at(-1)}>
      <Tooltip.Root delayDuration={500}>
        <Tooltip.Trigger asChild>
          <label htmlFor={id}>{spec.label}</label>
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content className="tooltip" side="left" sideOffset={14} collisionPadding={8}>
            {spec.help}
            {range(shape)}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
      <Control
        id={id}
        label={spec.label}
        spec={spec}
        shape={shape}
        value={value}
        invalid={problem !== undefined}
        describedBy={errorId}
        onChange={onChange}
        onEnd={onEnd}
      />
      {problem !== undefined && (
        <div className={`field-problem ${problem.severity}`}>
          <p id={errorId}>{problem.message}</p>
          {problem.fix !== undefined && (
            <button type="button" className="btn small" onClick={() => fixProblem(problem)}>
              {problem.fix.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function range({ type, min, max }: FieldShape): string {
  if ((type !== 'integer' && type !== 'number') || min === null || max === null) return '';
  return t` (${formatNumber(min)} to ${formatNumber(max)})`;
}
