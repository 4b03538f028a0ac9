import type { DistilPlan } from '#engine/compile/mechanisms/distil.ts';
import type { FederatedPlan } from '#engine/compile/mechanisms/federated.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '../../core/text.ts';
import type { World } from './mechanism.ts';
import type { Members } from './members.ts';

/**
 * Makes sure that no example of a client is another fish's too: what validation says of the document, checked on the rows
 * as they are divided. Throws `invalid-document`.
 */
export function checkShares(plan: FederatedPlan | DistilPlan, members: Members, { shares }: World): void {
  const clients = new Set(plan.clients.flatMap((client) => members.fishOf(client)));
  const owner = new Map<number, string>();
  const order = [...shares].toSorted(([a], [b]) => Number(clients.has(b)) - Number(clients.has(a)));
  for (const [fish, rows] of order) {
    for (const row of rows) {
      const first = owner.get(row);
      if (first !== undefined && first !== fish) {
        throw new ShuuraiError(
          'invalid-document',
          t`"${first}" is a client of "${plan.name}", so its examples must stay with it, but "${fish}" would have one of them too. Give every fish a part of its own.`,
          { details: { client: first, fish } },
        );
      }
      if (clients.has(fish)) owner.set(row, fish);
    }
  }
}
