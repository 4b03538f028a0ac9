import type { Cost } from '#engine/protocol/events.ts';
import { formatScaled, formatSeconds } from '../ui/format.ts';
import { useCost, useWatchCost } from './costStore.ts';

/** The cost in words, – for what is unknown. */
export const costParts = (cost: Cost | null): readonly (readonly [name: string, value: string])[] => [
  ['fish', cost === null ? '–' : String(cost.fish)],
  ['parameters', formatScaled(cost?.parameters)],
  ['step', formatScaled(cost?.flopsPerStep, 'FLOP')],
  ['round', formatSeconds(cost?.secondsPerRound)],
  ['memory', formatScaled(cost?.memoryBytes, 'B')],
  ['messages', formatScaled(cost?.messageBytesPerRound, 'B')],
];

/** Always on the canvas: what this swarm is made of and what it costs. */
export function CostStrip() {
  useWatchCost();
  const cost = useCost((state) => state.cost);
  return (
    <fieldset className="cost" aria-label="Cost of a run">
      {costParts(cost).map(([name, value]) => (
        <span key={name} className={name}>
          {name} <b>{value}</b>
        </span>
      ))}
    </fieldset>
  );
}
