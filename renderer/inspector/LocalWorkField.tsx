import { t } from '#engine/core/text.ts';
import type { RunSettings } from '#engine/document/schema.ts';
import { endEditGesture } from '../documents/store.ts';
import { NumberControl } from './controls/NumberControl.tsx';
import './controls/numberControl.css';
import './field.css';

type Local = RunSettings['local'];

const SHAPE = { options: [], nullable: false, initial: 20, min: 0.01, max: 100_000 } as const;
const SPEC = {
  label: t`Local work`,
  help: t`What each fish does alone in a round: so many steps, or passes over its share.`,
  section: t`Run settings`,
} as const;

/** How much a fish learns alone in a round: an amount and its unit. */
export function LocalWorkField({ value, onChange }: { value: Local; onChange: (value: Local) => void }) {
  return (
    <section className="inspector-section">
      <h3 className="section-title">{t`A round`}</h3>
      <div className="field" data-field="local">
        <label htmlFor="field.run.local" title={SPEC.help}>
          {SPEC.label}
        </label>
        <span className="number-control">
          <NumberControl
            id="field.run.local"
            label={SPEC.label}
            value={value.amount}
            shape={{ ...SHAPE, type: value.unit === 'steps' ? 'integer' : 'number' }}
            spec={SPEC}
            invalid={false}
            describedBy={undefined}
            onChange={(amount) => typeof amount === 'number' && onChange({ ...value, amount })}
            onEnd={endEditGesture}
          />
          <select
            className="input select"
            aria-label={t`Unit of local work`}
            value={value.unit}
            onChange={(event) => {
              // Both numbers are small; a sensible start in the new unit beats a literal conversion.
              onChange(
                event.target.value === 'epochs'
                  ? { unit: 'epochs', amount: 1 }
                  : { unit: 'steps', amount: 20 },
              );
              endEditGesture();
            }}
          >
            <option value="steps">{t`steps`}</option>
            <option value="epochs">{t`passes`}</option>
          </select>
        </span>
      </div>
    </section>
  );
}
