import { type Addition, nextFishId, planWith } from '#engine/compile/addFish.ts';
import { membersOf } from '#engine/compile/mechanisms/members.ts';
import type { SchoolRules, SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import type { AddCommand, FishCommand, LinkCommand } from '#engine/protocol/commands.ts';
import { t } from '../core/text.ts';
import type { FishLives } from './fishLives.ts';
import type { LoopState } from './loopState.ts';
import type { Recorder } from './recorder.ts';
import { linkKey } from './wiring.ts';

export type SwarmCommand = FishCommand | LinkCommand | AddCommand;

/** How the swarm grows; see ./growth.ts. */
export interface Joining {
  /** Throws `invalid-arguments` where the swarm cannot be so large. */
  check(addition: Addition): void;
  prepare(): void;
}

/** What people do to the fish and the links of a running swarm. */
export class LiveCommands {
  readonly #plan: SwarmPlan;
  readonly #state: LoopState;
  readonly #lives: FishLives;
  readonly #recorder: Recorder;

  readonly #joining: Joining;

  constructor(plan: SwarmPlan, state: LoopState, lives: FishLives, recorder: Recorder, joining: Joining) {
    this.#joining = joining;
    this.#plan = plan;
    this.#state = state;
    this.#lives = lives;
    this.#recorder = recorder;
  }

  /** Throws `invalid-arguments` with a sentence for a command that makes no sense to this swarm. */
  check(command: SwarmCommand): void {
    if ('link' in command) this.#checkLink(command);
    else if (command.type === 'add-fish') this.#joining.check(this.#addition(command));
    else this.#checkFish(command);
  }

  #checkFish(command: FishCommand): void {
    if (this.#lives.check(command.fish).state === 'removed') {
      throw refused(`Fish "${command.fish}" left the swarm for good. Add a fish in its place.`);
    }
    if (
      command.type === 'corrupt-fish' &&
      command.kind === 'label-flip' &&
      this.#plan.task !== 'classification'
    ) {
      throw refused(t`A language model has no labels to flip: corrupt the fish by noise or by its sign.`);
    }
    if (command.type === 'set-school-rule' && this.#rulesOf(command.fish) === undefined) {
      throw refused(
        `Fish "${command.fish}" follows no rule of schooling, and its program has no place for one. Give its node a small alignment, cohesion or separation and start a new run.`,
      );
    }
  }

  #rulesOf(fish: FishId): SchoolRules | undefined {
    return this.#plan.fish.find(({ id }) => id === fish)?.rules;
  }

  #checkLink({ link, from, to }: LinkCommand): void {
    const { talk, aggregators, mechanisms } = this.#plan;
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

  /** Returns whether the command changed anything; one that makes no sense becomes a warning. */
  obey(command: SwarmCommand): boolean {
    try {
      this.check(command);
    } catch (error) {
      if (!(error instanceof ShuuraiError)) throw error;
      this.#recorder.emit({ type: 'warning', message: t`${error.message} The command was ignored.` });
      return false;
    }
    const act =
      'link' in command
        ? this.#rewire(command)
        : command.type === 'add-fish'
          ? this.#add(this.#addition(command))
          : this.#treat(command);
    if (act === null) return false;
    this.#recorder.emit({ type: 'command', command });
    act();
    return true;
  }

  #addition({ like, share = like }: AddCommand): Addition {
    this.#lives.check(like);
    this.#lives.check(share);
    const sourceOf = (id: FishId) => this.#plan.fish.find((fish) => fish.id === id)?.source;
    if (sourceOf(like) !== sourceOf(share)) {
      throw refused(
        t`A fish like "${like}" cannot read the share of "${share}": their examples come from different nodes.`,
      );
    }
    const server = this.#plan.mechanisms.find(
      (centre) => centre.kind === 'federated' && centre.clients.some(({ id }) => id === share),
    );
    if (server !== undefined) {
      throw refused(
        `"${share}" is a client of the federated server "${server.nodeId}", so no other fish may read its examples. Replace the fish instead.`,
      );
    }
    const { joining, round } = this.#state;
    return {
      id: nextFishId(planWith(this.#plan, joining), like),
      like,
      shareOf: share,
      round: round + 1,
    };
  }

  #add(addition: Addition): () => void {
    return () => {
      this.#state.joining = [...this.#state.joining, addition];
      this.#joining.prepare();
    };
  }

  /** What a command does to a link; null: nothing. */
  #rewire(command: LinkCommand): (() => void) | null {
    const { links } = this.#state;
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

  /** What a command does to a fish; null: nothing. */
  #treat(command: FishCommand): (() => void) | null {
    const { fish } = command;
    const lives = this.#lives;
    const life = lives.check(fish);
    switch (command.type) {
      case 'kill-fish':
        return life.state === 'running' ? () => lives.kill(fish, 'command', 'killed by a command') : null;
      case 'revive-fish':
        return life.state === 'running' ? null : () => lives.wake(fish, 'revived by a command');
      case 'set-learning-rate':
        return () => {
          life.rate = command.value;
        };
      case 'freeze-fish':
      case 'unfreeze-fish': {
        const frozen = command.type === 'freeze-fish';
        return life.frozen === frozen
          ? null
          : () => {
              life.frozen = frozen;
              lives.tell(fish, frozen ? 'frozen by a command' : 'learns again by a command');
            };
      }
      case 'replace-fish':
        return () => lives.replace(fish, 'replaced by a fresh fish');
      case 'remove-fish':
        return () => lives.remove(fish, 'removed by a command');
      case 'corrupt-fish':
        return command.kind === 'noise' || !life.corruption.includes(command.kind)
          ? () => {
              lives.corrupt(fish, command.kind, command.amount);
              lives.tell(fish, 'corrupted by a command');
            }
          : null;
      case 'set-school-rule': {
        const rules = life.rules ?? this.#rulesOf(fish);
        return rules === undefined || rules[command.rule] === command.value
          ? null
          : () => {
              life.rules = { ...rules, [command.rule]: command.value };
            };
      }
      case 'heal-fish':
        return life.corruption.length === 0
          ? null
          : () => {
              life.corruption = [];
              lives.tell(fish, 'healed by a command');
            };
    }
  }
}

const refused = (message: string): ShuuraiError => new ShuuraiError('invalid-arguments', message);
