import type { Series } from '#engine/protocol/api/measured.ts';

const FIRST_CAPACITY = 256;
const LEAST_BUCKETS = 256;
const MOST_BUCKETS = 4096;
/** Buckets of all series of a run together: 56 bytes each. */
const ALL_BUCKETS = 1_000_000;

/** Buckets a series may have, of `series` there are: a power of two. */
export function bucketsFor(series: number): number {
  let buckets = MOST_BUCKETS;
  while (buckets > LEAST_BUCKETS && buckets * series > ALL_BUCKETS) buckets /= 2;
  return buckets;
}

/** The columns a buffer keeps; all have the buffer's length. */
export interface SeriesColumns {
  readonly round: Float64Array;
  readonly step: Float64Array;
  /** Milliseconds of the run's clock. */
  readonly time: Float64Array;
  /** The last value of the bucket; round, step and time are those it was measured at. */
  readonly value: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const COLUMNS = ['round', 'step', 'time', 'value', 'low', 'high'] as const;

/**
 * One metric over a run: typed columns that grow by doubling, up to a bound. There, pairs of neighbours become one
 * bucket with the least, the greatest and the last of their values: memory stays as it is however long a run goes on,
 * and no spike is lost. Until then a bucket is a point.
 */
export class SeriesBuffer {
  #length = 0;
  /** Points a bucket stands for; the last one may have fewer. */
  #size = 1;
  /** Points in the last bucket. */
  #inLast = 0;
  #total = 0;
  /** Its first buckets came from the store: nobody knows with which events up to this one. */
  #storedUpTo = 0;
  /** The event each bucket's last point came with, to take points back; ascending. */
  #events = new Float64Array(FIRST_CAPACITY);
  #columns: SeriesColumns = allocate(FIRST_CAPACITY);

  /** A buffer that begins with what the engine had stored when `lastEvent` was the last. */
  static from(stored: Series, lastEvent: number): SeriesBuffer {
    const buffer = new SeriesBuffer();
    const count = stored.last.length;
    while (buffer.#columns.value.length < count) buffer.#grow();
    const { round, step, time, value, low, high } = buffer.#columns;
    round.set(stored.round);
    step.set(stored.step);
    time.set(stored.time);
    value.set(stored.last);
    low.set(stored.min);
    high.set(stored.max);
    buffer.#length = count;
    buffer.#size = stored.size;
    buffer.#total = stored.total;
    buffer.#inLast = count === 0 ? 0 : ((stored.total - 1) % stored.size) + 1;
    buffer.#storedUpTo = lastEvent;
    buffer.#events.fill(lastEvent, 0, count);
    return buffer;
  }

  get length(): number {
    return this.#length;
  }

  /** Points it was given. */
  get total(): number {
    return this.#total;
  }

  /** Points a bucket stands for; 1: nothing was summed up. */
  get size(): number {
    return this.#size;
  }

  /** The last value; NaN while empty. */
  get last(): number {
    return this.#columns.value[this.#length - 1] ?? Number.NaN;
  }

  /** @param most buckets it may have; more are joined in pairs. */
  push(
    event: number,
    round: number,
    step: number,
    time: number,
    value: number,
    most: number = MOST_BUCKETS,
  ): void {
    const isOpen = this.#length > 0 && this.#inLast < this.#size;
    if (!isOpen) {
      while (this.#length >= most) this.#join();
      if (this.#length === this.#columns.value.length) this.#grow();
      this.#length += 1;
      this.#inLast = 0;
    }
    const at = this.#length - 1;
    const columns = this.#columns;
    const first = this.#inLast === 0;
    columns.low[at] = first ? value : Math.min(columns.low[at]!, value);
    columns.high[at] = first ? value : Math.max(columns.high[at]!, value);
    columns.round[at] = round;
    columns.step[at] = step;
    columns.time[at] = time;
    columns.value[at] = value;
    this.#events[at] = event;
    this.#inLast += 1;
    this.#total += 1;
  }

  /**
   * Forgets the points that came with event `event` or later. False where that cannot be told point by point, and the
   * series has to be read anew.
   */
  takeBackFrom(event: number): boolean {
    if (this.#length === 0 || this.#events[this.#length - 1]! < event) return true;
    if (event <= this.#storedUpTo || this.#size > 1) return false;
    while (this.#length > 0 && this.#events[this.#length - 1]! >= event) {
      this.#length -= 1;
      this.#total -= 1;
    }
    this.#inLast = Math.min(1, this.#length);
    return true;
  }

  /** The buckets from `from` on (all by default), without copying. Valid until the next push. */
  columns(from = 0): SeriesColumns {
    const { round, step, time, value, low, high } = this.#columns;
    const end = this.#length;
    return {
      round: round.subarray(from, end),
      step: step.subarray(from, end),
      time: time.subarray(from, end),
      value: value.subarray(from, end),
      low: low.subarray(from, end),
      high: high.subarray(from, end),
    };
  }

  /** Two neighbours become one; the last alone stays, not full. */
  #join(): void {
    const { low, high } = this.#columns;
    const pairs = this.#length >> 1;
    const odd = this.#length % 2 === 1;
    const move = (from: number, to: number): void => {
      for (const name of ['round', 'step', 'time', 'value'] as const)
        this.#columns[name][to] = this.#columns[name][from]!;
      this.#events[to] = this.#events[from]!;
    };
    for (let pair = 0; pair < pairs; pair += 1) {
      low[pair] = Math.min(low[2 * pair]!, low[2 * pair + 1]!);
      high[pair] = Math.max(high[2 * pair]!, high[2 * pair + 1]!);
      move(2 * pair + 1, pair);
    }
    if (odd) {
      low[pairs] = low[this.#length - 1]!;
      high[pairs] = high[this.#length - 1]!;
      move(this.#length - 1, pairs);
    } else this.#inLast += this.#size;
    this.#length = pairs + (odd ? 1 : 0);
    this.#size *= 2;
  }

  #grow(): void {
    const old = this.#columns;
    const grown = allocate(old.value.length * 2);
    const events = new Float64Array(old.value.length * 2);
    events.set(this.#events);
    this.#events = events;
    for (const name of COLUMNS) grown[name].set(old[name]);
    this.#columns = grown;
  }
}

function allocate(capacity: number): SeriesColumns {
  const column = (): Float64Array => new Float64Array(capacity);
  return { round: column(), step: column(), time: column(), value: column(), low: column(), high: column() };
}
