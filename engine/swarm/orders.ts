import type { RunCommand } from '#engine/protocol/commands.ts';
import { t } from '../core/text.ts';
import type { Controls } from './controls.ts';
import type { LivingSwarm } from './livingSwarm.ts';
import type { Recorder } from './recorder.ts';

const kills = ({ type }: RunCommand): boolean => type === 'kill-fish' || type === 'remove-fish';

/** Takes in what was asked of a run between two steps: its own going on and ending, and what is done to its swarm. */
export class Orders {
  readonly #controls: Controls;
  readonly #swarm: LivingSwarm;
  readonly #recorder: Recorder;
  #paused = false;
  #stopping = false;

  constructor(controls: Controls, swarm: LivingSwarm, recorder: Recorder) {
    this.#controls = controls;
    this.#swarm = swarm;
    this.#recorder = recorder;
  }

  /** Obeys what waits; stays while the run is paused. Returns whether the run must stop. */
  async between(): Promise<boolean> {
    await this.#controls.between(
      (command) => this.#obey(command),
      () => this.#paused && !this.#stopping,
    );
    return this.#stopping;
  }

  #obey(command: RunCommand): void {
    switch (command.type) {
      case 'pause':
        if (this.#paused || this.#stopping) return;
        this.#recorder.emit({ type: 'command', command });
        this.#pause();
        return;
      case 'resume':
        if (!this.#paused) return;
        this.#paused = false;
        this.#recorder.emit({ type: 'command', command });
        this.#recorder.moveTo('running', ['paused']);
        return;
      case 'stop':
        if (this.#stopping) return;
        this.#stopping = true;
        this.#recorder.emit({ type: 'command', command });
        return;
      default:
        if (this.#swarm.commands.obey(command) && kills(command) && this.#swarm.lives.living() === 0) {
          this.#pause(t`No fish is alive: revive one and resume, or stop the run.`);
        }
    }
  }

  #pause(reason?: string): void {
    this.#paused = true;
    this.#recorder.moveTo('paused', ['running', 'pausing'], reason);
  }
}
