import { membersOf } from '#engine/compile/mechanisms/members.ts';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import { t } from '#engine/core/text.ts';
import type { LinkCommand } from '#engine/protocol/commands.ts';
import type { LoopState } from '../loopState.ts';
import { linkKey } from '../wiring.ts';
import { refused } from './refused.ts';

/** Throws `invalid-arguments` for a link that is not there, or joins other fish. */
export function checkLinkCommand(plan: SwarmPlan, { link, from, to }: LinkCommand): void {
  const { talk, aggregators, mechanisms } = plan;
  const pairs = talk.filter(({ linkId }) => linkId === link);
  const known =
    pairs.length > 0 ||
    talk.some(({ hub }) => hub?.down === link) ||
    aggregators.some(({ inputs }) => inputs.some(({ linkId }) => linkId === link)) ||
    mechanisms.some((centre) =>
      membersOf(centre).some(({ up, down }) => up.linkId === link || down.linkId === link),
    );
  if (!known) {
    throw refused(
      t`The swarm has no link "${link}" between fish, hubs and servers or into an aggregator; only such links can be rewired while it runs.`,
    );
  }
  if ((from === undefined) !== (to === undefined)) {
    throw refused(t`A pair of fish has two ends: name both "from" and "to", or neither.`);
  }
  if (from !== undefined && !pairs.some((pair) => pair.from === from && pair.to === to)) {
    throw refused(t`The link "${link}" does not lead from fish "${from ?? ''}" to fish "${to ?? ''}".`);
  }
}

/** What a command does to a link; null: nothing. */
export function changeOfLink({ links }: LoopState, command: LinkCommand): (() => void) | null {
  const key = linkKey(command.link, command.from, command.to);
  switch (command.type) {
    case 'restore-link': {
      // restoring a whole link restores its pairs too
      const gone = Object.keys(links).filter((known) => known === key || known.startsWith(`${key} `));
      return gone.length === 0
        ? null
        : () => {
            for (const known of gone) delete links[known];
          };
    }
    case 'cut-link':
    case 'set-link-strength': {
      const value = command.type === 'cut-link' ? 0 : command.value;
      return links[key] === value
        ? null
        : () => {
            links[key] = value;
          };
    }
  }
}
