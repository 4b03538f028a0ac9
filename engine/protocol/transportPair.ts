import type { Transport } from './transport.ts';

class PairEnd implements Transport {
  other: PairEnd | null = null;
  readonly #messages: ((message: unknown) => void)[] = [];
  readonly #closes: ((reason: string) => void)[] = [];
  #closed = false;

  send(message: unknown): void {
    if (this.#closed) return;
    const copy = structuredClone(message); // neither side sees later changes of the other
    queueMicrotask(() => this.other?.receive(copy));
  }

  onMessage(listener: (message: unknown) => void): void {
    this.#messages.push(listener);
  }

  onClose(listener: (reason: string) => void): void {
    this.#closes.push(listener);
  }

  close(): void {
    this.ended('closed');
    queueMicrotask(() => this.other?.ended('closed by the other side'));
  }

  receive(message: unknown): void {
    if (!this.#closed) for (const listener of this.#messages) listener(message);
  }

  ended(reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const listener of this.#closes) listener(reason);
  }
}

/** Two ends within one thread: what one sends the other receives, in order, in a later microtask. */
export function transportPair(): readonly [Transport, Transport] {
  const a = new PairEnd();
  const b = new PairEnd();
  a.other = b;
  b.other = a;
  return [a, b];
}
