import { t } from '#engine/core/text.ts';
import type { Cost } from '#engine/protocol/events.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { formatScaled, formatSeconds } from '../ui/format.ts';
import { useCost, useWatchCost } from './costStore.ts';

/** The cost in words, – for what is unknown. */
export const costParts = (
  cost: Cost | null,
): readonly (readonly [id: string, name: string, value: string])[] => [
  ['fish', t`fish`, cost === null ? '–' : String(cost.fish)],
  ['parameters', t`parameters`, formatScaled(cost?.parameters)],
  ['step', t`step`, formatScaled(cost?.flopsPerStep, 'FLOP')],
  ['round', t`round`, formatSeconds(cost?.secondsPerRound)],
  ['memory', t`memory`, formatScaled(cost?.memoryBytes, 'B')],
  ['messages', t`messages`, formatScaled(cost?.messageBytesPerRound, 'B')],
];

/** Always on the canvas: what this swarm is made of and what it costs. */
export function CostStrip() {
  useWatchCost();
  const cost = useCost((state) => state.cost);
  const group = useDocuments((state) => {
    const tab = activeTab(state);
    return tab === null || tab.inside === null ? null : (tab.document.groups[tab.inside]?.name ?? null);
  });
  return (
    <fieldset className="cost" aria-label={t`Cost of a run`}>
      {group !== null && (
        <span className="cost-group" title={t`Of the group ${group} alone`}>
          {t`group`}
        </span>
      )}
      {costParts(cost).map(([id, name, value]) => (
        <span key={id} className={id}>
          {name} <b>{value}</b>
        </span>
      ))}
    </fieldset>
  );
}
