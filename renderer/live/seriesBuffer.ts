const FIRST_CAPACITY = 256;

/** The columns a buffer keeps; all have the buffer's length. */
export interface SeriesColumns {
  readonly round: Float64Array;
  readonly step: Float64Array;
  /** Milliseconds of the run's clock. */
  readonly time: Float64Array;
  readonly value: Float64Array;
}

/** One metric over a run: append-only typed columns that grow by doubling. */
export class SeriesBuffer {
  #length = 0;
  /** The event each point came with, to take points back; ascending. */
  #events = new Float64Array(FIRST_CAPACITY);
  #columns: SeriesColumns = allocate(FIRST_CAPACITY);

  get length(): number {
    return this.#length;
  }

  /** The last value; NaN while empty. */
  get last(): number {
    return this.#columns.value[this.#length - 1] ?? Number.NaN;
  }

  push(event: number, round: number, step: number, time: number, value: number): void {
    if (this.#length === this.#columns.value.length) this.#grow();
    const at = this.#length;
    this.#events[at] = event;
    this.#columns.round[at] = round;
    this.#columns.step[at] = step;
    this.#columns.time[at] = time;
    this.#columns.value[at] = value;
    this.#length = at + 1;
  }

  /** Forgets the points that came with event `event` or later. */
  takeBackFrom(event: number): void {
    while (this.#length > 0 && this.#events[this.#length - 1]! >= event) this.#length -= 1;
  }

  /** The points from `from` on (all by default), without copying. Valid until the next push. */
  columns(from = 0): SeriesColumns {
    const { round, step, time, value } = this.#columns;
    const end = this.#length;
    return {
      round: round.subarray(from, end),
      step: step.subarray(from, end),
      time: time.subarray(from, end),
      value: value.subarray(from, end),
    };
  }

  #grow(): void {
    const old = this.#columns;
    const grown = allocate(old.value.length * 2);
    const events = new Float64Array(old.value.length * 2);
    events.set(this.#events);
    this.#events = events;
    grown.round.set(old.round);
    grown.step.set(old.step);
    grown.time.set(old.time);
    grown.value.set(old.value);
    this.#columns = grown;
  }
}

function allocate(capacity: number): SeriesColumns {
  return {
    round: new Float64Array(capacity),
    step: new Float64Array(capacity),
    time: new Float64Array(capacity),
    value: new Float64Array(capacity),
  };
}
