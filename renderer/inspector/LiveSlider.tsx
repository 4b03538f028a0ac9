import { Slider } from 'radix-ui';
import { useState } from 'react';
import { t } from '#engine/core/text.ts';
import { formatValue } from '../ui/format.ts';
import './controls/sliderControl.css';
import './field.css';

interface LiveSliderProps {
  readonly label: string;
  /** What the engine confirmed. */
  readonly value: number;
  readonly max: number;
  /** Resolves when the engine has answered. */
  readonly apply: (value: number) => Promise<unknown>;
}

/** A slider over something of the running swarm: applied when it is let go, and back to what is confirmed. */
export function LiveSlider({ label, value, max, apply }: LiveSliderProps) {
  const [pulled, setPulled] = useState<number | null>(null);
  const shown = pulled ?? value;
  return (
    <div className="field">
      <span className="label">{label}</span>
      <span className="slider-control">
        <Slider.Root
          className="slider"
          min={0}
          max={Math.max(max, value)}
          step={max / 100}
          value={[shown]}
          onValueChange={([next]) => next !== undefined && setPulled(Number(next.toPrecision(4)))}
          onValueCommit={([next]) => {
            if (next === undefined) return;
            void apply(Number(next.toPrecision(4))).then(() => setPulled(null));
          }}
        >
          <Slider.Track className="slider-track">
            <Slider.Range className="slider-range" />
          </Slider.Track>
          <Slider.Thumb
            className="slider-thumb"
            aria-label={t`${label} in the running swarm`}
            aria-valuetext={formatValue(shown)}
          />
        </Slider.Root>
        <span className="num">{Number(shown.toPrecision(3))}</span>
      </span>
    </div>
  );
}
