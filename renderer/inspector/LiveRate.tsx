import { useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { setLearningRate } from '../live/fishActions.ts';
import { useRun } from '../live/runStore.ts';
import { numberText } from '../ui/format.ts';
import { parseNumber } from './controls/NumberControl.tsx';
import './controls/numberControl.css';
import './field.css';

/** The learning rate of the fish of a node of a running swarm. */
export function LiveRate({ fish, runId }: { fish: readonly string[]; runId: RunId }) {
  const now = useRun(runId, (run) => run.latest[`fish/${fish[0] ?? ''}/learningRate`]);
  const [text, setText] = useState<string | null>(null);
  const value = parseNumber(text ?? '');
  const usable = typeof value === 'number' && value >= 0 && value <= 10;
  return (
    <form
      className="field running-rate"
      onSubmit={(event) => {
        event.preventDefault();
        if (!usable) return;
        void Promise.all(fish.map((id) => setLearningRate(runId, id, value)));
        setText(null);
      }}
    >
      <label htmlFor="running-rate">{t`Learning rate`}</label>
      <span className="number-control">
        <input
          id="running-rate"
          className="input number"
          inputMode="decimal"
          autoComplete="off"
          value={text ?? numberText(now === undefined ? '' : Number(now.toPrecision(3)))}
          aria-invalid={text !== null && !usable}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn small" disabled={!usable}>{t`Apply`}</button>
      </span>
    </form>
  );
}
