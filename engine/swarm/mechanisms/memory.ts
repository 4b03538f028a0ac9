import type { StoredTensor } from '#engine/runs/types.ts';
import type { LoopState } from '../loopState.ts';
import type { Mechanism } from './mechanism.ts';

const prefixOf = (mechanism: Mechanism): string => `mechanism/${mechanism.id}/`;

/** The tensors of all mechanisms, under names of their own in the checkpoint. */
export function captureTensors(mechanisms: readonly Mechanism[]): StoredTensor[] {
  return mechanisms.flatMap((mechanism) =>
    (mechanism.captureTensors?.() ?? []).map((tensor) => ({
      ...tensor,
      name: `${prefixOf(mechanism)}${tensor.name}`,
    })),
  );
}

/** Puts what all mechanisms remember, besides tensors, into the state. */
export function captureMechanisms(mechanisms: readonly Mechanism[], state: LoopState): void {
  state.mechanisms = Object.fromEntries(
    mechanisms.flatMap((mechanism) => {
      const memory = mechanism.capture?.();
      return memory === undefined ? [] : [[mechanism.id, memory]];
    }),
  );
}

/** Gives every mechanism back what it remembered. Throws ShuuraiError `conflict` where it does not fit. */
export function restoreMechanisms(
  mechanisms: readonly Mechanism[],
  state: LoopState,
  tensors: readonly StoredTensor[],
): void {
  for (const mechanism of mechanisms) {
    if (Object.hasOwn(state.mechanisms, mechanism.id)) mechanism.restore?.(state.mechanisms[mechanism.id]);
    const prefix = prefixOf(mechanism);
    const own = tensors.filter(({ name }) => name.startsWith(prefix));
    if (own.length > 0) {
      mechanism.restoreTensors?.(
        own.map((tensor) => ({ ...tensor, name: tensor.name.slice(prefix.length) })),
      );
    }
  }
}
