import type { FaultPlan, SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { randomStream } from '#engine/core/random.ts';
import { t } from '../core/text.ts';
import type { FishLives } from './fishLives.ts';
import type { LoopState } from './loopState.ts';

/** The faults of the round that begins: first those that end let go, then the others strike. */
export function strike(plan: SwarmPlan, state: LoopState, lives: FishLives): void {
  for (const fault of plan.faults) {
    for (const fish of fault.fish) {
      const until = state.faults[fault.nodeId]?.[fish] ?? 0;
      if (until !== 0 && until <= state.round) letGo(fault, fish, plan, state, lives);
    }
  }
  for (const fault of plan.faults) {
    for (const fish of fault.fish) {
      const until = strikes(fault, fish, plan, state);
      if (until === null || !hit(fault, fish, lives)) continue;
      state.faults[fault.nodeId] = { ...state.faults[fault.nodeId], [fish]: until };
    }
  }
}

/** The round at which it will let the fish go (0: never) if it strikes now; null: it does not strike. */
function strikes(
  { nodeId, when }: FaultPlan,
  fish: FishId,
  plan: SwarmPlan,
  state: LoopState,
): number | null {
  const { round } = state;
  if (when.kind === 'round') return when.round === round ? (when.until ?? 0) : null;
  if (state.faults[nodeId]?.[fish] !== undefined) return null;
  const struck = randomStream(plan.run.seed, 'fault', nodeId, fish, round).chance(when.rate);
  if (!struck) return null;
  return when.lasts === null ? 0 : round + when.lasts;
}

/** Returns whether the fault holds the fish from now on. */
function hit({ nodeId, name, harm }: FaultPlan, fish: FishId, lives: FishLives): boolean {
  const life = lives.check(fish);
  if (life.state !== 'running') return false;
  const cause = t`the fault "${name}"`;
  switch (harm.kind) {
    case 'crash':
      lives.kill(fish, nodeId, cause);
      return true;
    case 'straggler':
      life.pace = harm.pace;
      lives.tell(fish, t`slowed down by ${cause}`);
      return true;
    case 'message-loss':
      lives.tell(fish, t`its messages are lost by ${cause}`);
      return true;
    case 'noise':
      lives.corrupt(fish, 'noise', harm.amount);
      lives.tell(fish, t`noise in its weights by ${cause}`);
      return false;
    case 'sign-flip':
    case 'label-flip':
      lives.corrupt(fish, harm.kind, 1);
      lives.tell(
        fish,
        harm.kind === 'sign-flip' ? t`sign flipped by ${cause}` : t`labels flipped by ${cause}`,
      );
      return true;
  }
}

function letGo(fault: FaultPlan, fish: FishId, plan: SwarmPlan, state: LoopState, lives: FishLives): void {
  const { nodeId, name, harm } = fault;
  delete state.faults[nodeId]?.[fish];
  const life = lives.check(fish);
  if (life.state === 'removed') return;
  if (harm.kind === 'crash') {
    if (life.killedBy === nodeId) lives.wake(fish, t`back from the fault "${name}"`);
    return;
  }
  const others = plan.faults.filter((other) => state.faults[other.nodeId]?.[fish] !== undefined);
  if (harm.kind === 'straggler') {
    life.pace = Math.max(
      1,
      ...others.map((other) => (other.harm.kind === 'straggler' ? other.harm.pace : 1)),
    );
  } else if (harm.kind === 'sign-flip' || harm.kind === 'label-flip') {
    const held = others.some((other) => other.harm.kind === harm.kind);
    if (!held) life.corruption = life.corruption.filter((kind) => kind !== harm.kind);
  }
  if (life.state === 'running') lives.tell(fish, t`free of the fault "${name}"`);
}

/** Whether faults lose what `from` sends to a fish or node in this round. */
export function isLost(
  plan: SwarmPlan,
  { faults, round }: Pick<LoopState, 'faults' | 'round'>,
  from: FishId,
  to: string,
): boolean {
  return plan.faults.some(
    ({ nodeId, harm }) =>
      harm.kind === 'message-loss' &&
      faults[nodeId]?.[from] !== undefined &&
      randomStream(plan.run.seed, 'message loss', nodeId, from, to, round).chance(harm.probability),
  );
}
