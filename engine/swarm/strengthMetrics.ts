import type { SwarmPlan, TalkLink } from '#engine/compile/plan.ts';
import { tensorName } from '#engine/compile/programs/parameterInputs.ts';
import { TRUST } from '#engine/compile/programs/parameters.ts';
import { trustedSenders } from '#engine/compile/programs/stateLinks.ts';
import type { TensorState } from '#engine/executors/executor.ts';
import { fishSeries } from '#engine/protocol/series.ts';

/** The strengths of trainable links as they are learned by now. @param talk the links as they are wired now. */
export function strengthMetrics(
  plan: SwarmPlan,
  talk: readonly TalkLink[],
  tensors: TensorState,
): Record<string, number> {
  const values: Record<string, number> = {};
  for (const school of plan.schools) {
    const senders = trustedSenders(plan, school);
    if (senders.length === 0) continue;
    const logs = tensors.get(tensorName(school.id, TRUST)); // [N, S]
    for (const { family, trainable, from, to, strength } of talk) {
      const [slot, sender] = [school.fish.indexOf(to), senders.indexOf(from)];
      if (family !== 'state' || !trainable || slot < 0 || sender < 0) continue;
      const log = logs[slot * senders.length + sender] ?? 0;
      values[fishSeries(to, `strength/${from}`)] = strength * Math.exp(log);
    }
  }
  return values;
}
