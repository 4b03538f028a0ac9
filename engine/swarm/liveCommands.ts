import { type Addition, nextFishId, planWith, sparePartsLeft } from '#engine/compile/addFish.ts';
import { serverOf } from '#engine/compile/mechanisms/boundary.ts';
import { membersOf } from '#engine/compile/mechanisms/members.ts';
import { needsTuning } from '#engine/compile/needsTuning.ts';
import type { FishPlan, SchoolRules, SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import {
  type AddCommand,
  type FishCommand,
  type LinkCommand,
  type ShapleyCommand,
  ZONE_RADII,
} from '#engine/protocol/commands.ts';
import { answersAddUp, whyNotAdded } from './deciding/leaveOneOut.ts';
import type { FishLives } from './fishLives.ts';
import type { LoopState } from './loopState.ts';
import type { Recorder } from './recorder.ts';
import { linkKey } from './wiring.ts';

export type SwarmCommand = FishCommand | LinkCommand | AddCommand | ShapleyCommand;

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
    else if (command.type === 'measure-shapley') this.#checkShapley();
    else this.#checkFish(command);
  }

  #checkShapley(): void {
    if (!needsTuning(this.#plan)) {
      throw refused(
        t`This swarm keeps no tuning rows to measure contributions on, since nothing in it fits itself. Stop the run and measure them on a file: shuurai eval RUN --data PATH --shapley 200.`,
      );
    }
    if (!answersAddUp(this.#plan)) throw refused(whyNotAdded());
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
    if (
      command.type === 'set-school-rule' &&
      this.#rulesOf(command.fish)?.zones === null &&
      ZONE_RADII.some((radius) => radius === command.rule)
    ) {
      throw refused(
        t`Fish "${command.fish}" follows its school without zones, and its program has no place for them. Turn the zones of its node on and start a new run.`,
      );
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
          : command.type === 'measure-shapley'
            ? () => {
                this.#state.shapley = command.orders;
              }
            : this.#treat(command);
    if (act === null) return false;
    this.#recorder.emit({ type: 'command', command });
    act();
    return true;
  }

  /** What a mechanism of the swarm asks for: the id of the fish that will join; null, and a warning, where none can. */
  enlist(like: FishId): FishId | null {
    try {
      const addition = this.#addition({ type: 'add-fish', like });
      this.#joining.check(addition);
      this.#add(addition)();
      return addition.id;
    } catch (error) {
      if (!(error instanceof ShuuraiError)) throw error;
      this.#recorder.emit({ type: 'warning', message: error.message });
      return null;
    }
  }

  #addition({ like, place = like, share }: AddCommand): Addition {
    for (const fish of [like, place, share]) if (fish != null) this.#lives.check(fish);
    const { joining, round } = this.#state;
    const plan = planWith(this.#plan, joining);
    const model = fishOf(plan, like);
    const beside = place === null ? null : fishOf(plan, place);
    if (beside !== null) checkPlace(plan, model, beside);
    const shareOf = share ?? this.#usualShare(plan, model, beside);
    if (shareOf !== null) this.#checkShare(plan, model, fishOf(plan, shareOf));
    return { id: nextFishId(plan, like), like, place, shareOf, round: round + 1 };
  }

  /** A part of its own where the shard keeps one and it need not learn from common batches, else its model's. */
  #usualShare(plan: SwarmPlan, model: FishPlan, beside: FishPlan | null): FishId | null {
    const together =
      (model.rules !== undefined && beside?.nodeId === model.nodeId) ||
      plan.talk.some(
        ({ family, from, to }) => family !== 'weights' && (from === beside?.id || to === beside?.id),
      );
    return !together && sparePartsLeft(plan, model.source) > 0 ? null : model.id;
  }

  #checkShare(plan: SwarmPlan, like: FishPlan, share: FishPlan): void {
    if (like.source !== share.source) {
      throw refused(
        t`A fish like "${like.id}" cannot read the share of "${share.id}": their examples come from different nodes.`,
      );
    }
    const server = serverOf(plan, share.id);
    if (server !== undefined) {
      throw refused(
        t`"${share.id}" is a client of the federated server "${server.nodeId}", so no other fish may read its examples. Give the shard "${like.source}" spare parts before a run for fish that join it, or replace the fish instead.`,
      );
    }
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
        return life.state === 'running' ? () => lives.kill(fish, 'command', t`killed by a command`) : null;
      case 'revive-fish':
        return life.state === 'running' ? null : () => lives.wake(fish, t`revived by a command`);
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
              lives.tell(fish, frozen ? t`frozen by a command` : t`learns again by a command`);
            };
      }
      case 'replace-fish':
        return () => lives.replace(fish, 'replaced by a fresh fish');
      case 'remove-fish':
        return () => lives.remove(fish, t`removed by a command`);
      case 'corrupt-fish':
        return command.kind === 'noise' || !life.corruption.includes(command.kind)
          ? () => {
              lives.corrupt(fish, command.kind, command.amount);
              lives.tell(fish, t`corrupted by a command`);
            }
          : null;
      case 'set-school-rule': {
        const rules = life.rules ?? this.#rulesOf(fish);
        const next = rules === undefined ? null : withRule(rules, command.rule, command.value);
        return next === null
          ? null
          : () => {
              life.rules = next;
            };
      }
      case 'heal-fish':
        return life.corruption.length === 0
          ? null
          : () => {
              life.corruption = [];
              lives.tell(fish, t`healed by a command`);
            };
    }
  }
}

type RuleName = Extract<FishCommand, { type: 'set-school-rule' }>['rule'];

/** null where nothing changes. */
function withRule(rules: SchoolRules, rule: RuleName, value: number): SchoolRules | null {
  switch (rule) {
    case 'alignment':
    case 'cohesion':
    case 'separation':
      return rules[rule] === value ? null : { ...rules, [rule]: value };
    case 'repulsion':
    case 'orientation':
    case 'attraction': {
      const { zones } = rules;
      return zones === null || zones[rule] === value
        ? null
        : { ...rules, zones: { ...zones, [rule]: value } };
    }
  }
}

const fishOf = (plan: SwarmPlan, id: FishId): FishPlan => plan.fish.find((fish) => fish.id === id)!; // checked before

/** Whoever averages, mixes or breeds weights with others must be built like them. */
function checkPlace({ mechanisms, talk }: SwarmPlan, like: FishPlan, place: FishPlan): void {
  const mixes =
    talk.some(({ family, from, to }) => family === 'weights' && (from === place.id || to === place.id)) ||
    mechanisms.some(
      (one) =>
        (one.kind !== 'distil' && membersOf(one).some(({ id }) => id === place.id)) ||
        (one.kind === 'evolve' && one.fish.includes(place.id)),
    );
  const alike = JSON.stringify(like.shape) === JSON.stringify(place.shape);
  if (!mixes || alike) return;
  throw refused(
    t`"${place.id}" exchanges weights with others, and a fish like "${like.id}" is built differently: let it take the place of a fish that is built like it, or none.`,
  );
}

const refused = (message: string): ShuuraiError => new ShuuraiError('invalid-arguments', message);
