import type { SwarmPlan, TalkLink } from '#engine/compile/plan.ts';
import type { LoopState } from './loopState.ts';
import { liveTalk } from './wiring.ts';

/** Links between fish as they act now: those that are not cut, times how far controllers open them, without the closed. */
export function openTalk(
  plan: SwarmPlan,
  state: Pick<LoopState, 'links' | 'faults' | 'round' | 'gates'>,
): readonly TalkLink[] {
  const talk = liveTalk(plan, state);
  if (Object.keys(state.gates).length === 0) return talk;
  return talk.flatMap((link) => {
    const gate = state.gates[link.family]?.[link.to]?.[link.from];
    if (gate === undefined) return [link];
    return gate > 0 ? [{ ...link, strength: link.strength * gate }] : [];
  });
}
