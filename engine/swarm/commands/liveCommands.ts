import type { Addition } from '#engine/compile/addFish.ts';
import { needsTuning } from '#engine/compile/needsTuning.ts';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import type { FishId } from '#engine/core/brand.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { AddCommand, FishCommand, LinkCommand, ShapleyCommand } from '#engine/protocol/commands.ts';
import { answersAddUp, whyNotAdded } from '../deciding/leaveOneOut.ts';
import type { FishLives } from '../fishLives.ts';
import type { LoopState } from '../loopState.ts';
import type { Recorder } from '../recorder.ts';
import { additionOf } from './additionOf.ts';
import { changeOfFish, checkFishCommand } from './fishCommands.ts';
import { changeOfLink, checkLinkCommand } from './linkCommands.ts';
import { refused } from './refused.ts';

export type SwarmCommand = FishCommand | LinkCommand | AddCommand | ShapleyCommand;

/** How the swarm grows; see ../growth.ts. */
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
    this.#plan = plan;
    this.#state = state;
    this.#lives = lives;
    this.#recorder = recorder;
    this.#joining = joining;
  }

  /** Throws `invalid-arguments` with a sentence for a command that makes no sense to this swarm. */
  check(command: SwarmCommand): void {
    if ('link' in command) checkLinkCommand(this.#plan, command);
    else if (command.type === 'add-fish') this.#joining.check(this.#addition(command));
    else if (command.type === 'measure-shapley') checkShapley(this.#plan);
    else checkFishCommand(this.#plan, this.#lives, command);
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
    const change = this.#changeBy(command);
    if (change === null) return false;
    this.#recorder.emit({ type: 'command', command });
    change();
    return true;
  }

  /** null: nothing. */
  #changeBy(command: SwarmCommand): (() => void) | null {
    if ('link' in command) return changeOfLink(this.#state, command);
    if (command.type === 'add-fish') {
      const addition = this.#addition(command);
      return () => this.#add(addition);
    }
    if (command.type === 'measure-shapley') {
      return () => {
        this.#state.shapley = command.orders;
      };
    }
    return changeOfFish(this.#plan, this.#lives, command);
  }

  /** What a mechanism of the swarm asks for: the id of the fish that will join; null, and a warning, where none can. */
  enlist(like: FishId): FishId | null {
    try {
      const addition = this.#addition({ type: 'add-fish', like });
      this.#joining.check(addition);
      this.#add(addition);
      return addition.id;
    } catch (error) {
      if (!(error instanceof ShuuraiError)) throw error;
      this.#recorder.emit({ type: 'warning', message: error.message });
      return null;
    }
  }

  #addition(command: AddCommand): Addition {
    return additionOf(this.#plan, this.#state, this.#lives, command);
  }

  #add(addition: Addition): void {
    this.#state.joining = [...this.#state.joining, addition];
    this.#joining.prepare();
  }
}

function checkShapley(plan: SwarmPlan): void {
  if (!needsTuning(plan)) {
    throw refused(
      t`This swarm keeps no tuning rows to measure contributions on, since nothing in it fits itself. Stop the run and measure them on a file: shuurai eval RUN --data PATH --shapley 200.`,
    );
  }
  if (!answersAddUp(plan)) throw refused(whyNotAdded());
}
