import type { Marker } from '../live/liveRun.ts';
import type { ChartMarker } from './charts/chartData.ts';

const TONES: Record<Marker['kind'], ChartMarker['tone']> = {
  'fish-dead': 'bad',
  'fish-failed': 'bad',
  'fish-removed': 'bad',
  'fish-ails': 'warn',
  takeover: 'warn',
  drift: 'warn',
  warning: 'warn',
  link: 'neutral',
  generation: 'neutral',
  'fish-back': 'ok',
  'fish-well': 'ok',
  'fish-added': 'ok',
  'fish-replaced': 'ok',
  resumed: 'ok',
};
const LONGEST = 34;

/** An event as a mark on the axis of a chart. */
export function chartMarker(marker: Marker, axis: 'round' | 'step' | 'time'): ChartMarker {
  const { kind, label } = marker;
  const text = kind === 'takeover' ? 'takeover' : label;
  return {
    x: axis === 'time' ? marker.time / 1000 : marker[axis],
    label: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text,
    tone: TONES[kind],
    shape: kind === 'generation' ? 'tick' : 'line',
  };
}
