import { Slider } from 'radix-ui';
import type { ControlProps } from './control.ts';
import { NumberControl } from './NumberControl.tsx';
import { nearestStep, niceSteps } from './niceSteps.ts';
import './sliderControl.css';

/** A slider over the schema's range with the exact number beside it. Logarithmic ones stop at round values. */
export function SliderControl(props: ControlProps & { readonly scale: 'linear' | 'log' }) {
  const { label, value, shape, scale, onChange, onEnd } = props;
  const min = shape.min ?? 0;
  const max = shape.max ?? 1;
  const integer = shape.type === 'integer';
  const number = typeof value === 'number' ? value : min;
  const steps = scale === 'log' ? niceSteps(min, max, integer) : null;
  const position = steps === null ? number : nearestStep(steps, number);
  return (
    <span className="slider-control">
      <Slider.Root
        className="slider"
        min={steps === null ? min : 0}
        max={steps === null ? max : steps.length - 1}
        step={steps === null ? (integer ? 1 : (max - min) / 100) : 1}
        value={[position]}
        onValueChange={([next]) => {
          if (next === undefined) return;
          onChange(steps === null ? Number(next.toPrecision(4)) : (steps[next] ?? number));
        }}
        onValueCommit={onEnd}
      >
        <Slider.Track className="slider-track">
          <Slider.Range className="slider-range" />
        </Slider.Track>
        <Slider.Thumb className="slider-thumb" aria-label={label} aria-valuetext={String(number)} />
      </Slider.Root>
      <NumberControl {...props} spec={withoutUnit(props.spec)} />
    </span>
  );
}

function withoutUnit(spec: ControlProps['spec']): ControlProps['spec'] {
  const { unit: _unit, ...rest } = spec;
  return rest;
}
