import type { RunEvent, RunEventBody, RunState } from '#engine/protocol/events.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import type { LoopState } from './loopState.ts';

/** Events of unfinished rounds that a resumed run writes anew; the others speak of the process, not of the round. */
const REPEATED = new Set<RunEventBody['type']>([
  'metrics',
  'fish',
  'fish-added',
  'drift',
  'takeover',
  'command',
  'probe',
  'lineage',
  'topology',
  'audit',
  'warning',
]);

/** Numbers, stores and publishes what happens. */
export class Recorder {
  readonly #run: RunHandle;
  readonly #publish: (event: RunEvent) => void;
  readonly #createdAt: number;
  #lastTime = 0;
  /** Where events of the round are kept for a checkpoint in its middle; null before the rounds. */
  loop: LoopState | null = null;
  /** Round of events that no loop state tells: before the rounds, and after the last. */
  round = 0;

  constructor(run: RunHandle, publish: (event: RunEvent) => void) {
    this.#run = run;
    this.#publish = publish;
    this.#createdAt = run.summary().createdAt;
  }

  /** Milliseconds since the run was created; never goes back, whatever the clock does. */
  #time(): number {
    this.#lastTime = Math.max(this.#lastTime, Date.now() - this.#createdAt);
    return this.#lastTime;
  }

  emit(body: RunEventBody): void {
    const event = this.#run.append(this.round, this.#time(), body);
    if (REPEATED.has(body.type)) this.loop?.published.push(event);
    this.#publish(event);
  }

  /** Writes events of a round again that the store dropped with its unfinished round. */
  repeat(events: readonly RunEvent[]): void {
    for (const { id: _id, round, time, ...body } of events) {
      this.#lastTime = Math.max(this.#lastTime, time);
      this.#publish(this.#run.append(round, time, body));
    }
  }

  setState(state: RunState, reason?: string): void {
    this.#run.setState(state);
    this.emit({ type: 'state', state, ...(reason === undefined ? {} : { reason }) });
  }

  /** Sets the state if it still is one of `from`: the host may have said meanwhile that the run is stopping. */
  moveTo(state: RunState, from: readonly RunState[], reason?: string): void {
    const event = this.#run.interpose(state, from, reason);
    if (event !== null) this.#publish(event);
  }

  metrics(step: number, values: Readonly<Record<string, number>>): void {
    if (Object.keys(values).length > 0) this.emit({ type: 'metrics', step, values: { ...values } });
  }
}
