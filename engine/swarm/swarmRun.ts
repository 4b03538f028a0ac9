import { ShuuraiError, toShuuraiError } from '#engine/core/errors.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import type { CellTexts } from '#engine/protocol/api/measured.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import { t } from '../core/text.ts';
import { acknowledge } from './acknowledge.ts';
import type { ConfusionCell } from './answered.ts';
import { Controls } from './controls.ts';
import type { FishTensors } from './fishTensors.ts';
import { Recorder } from './recorder.ts';
import type { RoundLoop } from './roundLoop.ts';
import { startLoop } from './startLoop.ts';
import type { Confusion, PredictOptions, RunEnd, RunOptions, SwarmRun } from './types.ts';

/** Returns at once; nothing happens before `run()`. */
export function createRun(options: RunOptions): SwarmRun {
  return new LiveRun(options);
}

/** One run in this process: its life from preparing to its end, and the door for those who watch. */
class LiveRun implements SwarmRun {
  readonly #options: RunOptions;
  readonly #recorder: Recorder;
  readonly #controls = new Controls();
  #loop: RoundLoop | null = null;
  #begun = false;
  #ended = false;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#recorder = new Recorder(options.run, options.publish);
  }

  async run(): Promise<RunEnd> {
    if (this.#begun) throw new ShuuraiError('conflict', t`This run was started already.`);
    this.#begun = true;
    const { run } = this.#options;
    try {
      this.#loop = await startLoop(this.#options, this.#recorder, this.#controls);
      const end = await this.#loop.run();
      this.#ended = true;
      run.update({ round: end.round, metrics: { ...end.metrics } });
      this.#recorder.setState(end.reason === 'stopped' ? 'stopped' : 'finished');
      this.#recorder.emit({
        type: 'summary',
        rounds: end.round,
        metrics: { ...end.metrics },
        runDir: run.dir,
        end: end.reason,
      });
      run.flush();
      return end;
    } catch (thrown) {
      throw this.#fail(toShuuraiError(thrown));
    } finally {
      this.#ended = true;
      await this.#controls.close(ended(run.id));
      await this.#loop?.dispose();
    }
  }

  /** Tells of a failure as far as the store still takes it (the disk may be full); the failure itself comes first. */
  #fail(error: ShuuraiError): ShuuraiError {
    try {
      this.#options.run.update({ error: error.message });
      this.#recorder.setState('failed', error.message);
      this.#options.run.flush();
    } catch {
      return error;
    }
    return error;
  }

  command(command: RunCommand): void {
    const { run } = this.#options;
    if (this.#ended) throw ended(run.id);
    if (!isProcessCommand(command)) this.#loop?.check(command);
    const event = acknowledge(run, command);
    if (event !== null) this.#options.publish(event);
    this.#controls.command(command);
  }

  predict(texts: readonly string[], options?: PredictOptions): Promise<readonly Prediction[]> {
    return this.#controls.ask(async () => {
      if (this.#loop === null) throw ended(this.#options.run.id);
      return this.#loop.predict(texts, options);
    });
  }

  confusion(fish: string | null): Confusion {
    return this.#evaluated().confusion(fish);
  }

  confused(cell: ConfusionCell): CellTexts {
    return this.#evaluated().confused(cell);
  }

  weights(fish: string): Promise<FishTensors> {
    return this.#controls.ask(async () => {
      if (this.#loop === null) throw ended(this.#options.run.id);
      return this.#loop.weights(fish);
    });
  }

  #evaluated(): RoundLoop {
    if (this.#loop !== null) return this.#loop;
    throw new ShuuraiError(
      'conflict',
      t`The swarm has not been evaluated yet; wait for its first evaluation.`,
    );
  }
}

/** Speaks of the run, not of the swarm. */
const isProcessCommand = (
  command: RunCommand,
): command is Extract<RunCommand, { type: 'pause' | 'resume' | 'stop' }> =>
  command.type === 'pause' || command.type === 'resume' || command.type === 'stop';

function ended(id: string): ShuuraiError {
  return new ShuuraiError('conflict', t`Run ${id} has ended.`, { details: { runId: id } });
}
