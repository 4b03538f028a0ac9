import type { RunEvent } from '../protocol/events.ts';

const BAR = 24;

function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function figures(values: Readonly<Record<string, number>>): string {
  const parts = [
    ['loss', values['swarm/loss'], (value: number) => value.toFixed(3)],
    ['accuracy', values['swarm/accuracy'], (value: number) => `${(value * 100).toFixed(1)} %`],
    ['perplexity', values['swarm/perplexity'], (value: number) => value.toFixed(2)],
  ] as const;
  return parts
    .flatMap(([name, value, form]) => (value === undefined ? [] : [`${name} ${form(value)}`]))
    .join('  ');
}

/** A bar that stays on one line of a terminal; elsewhere one plain line a round. Both on standard error. */
export class Progress {
  readonly #out: NodeJS.WriteStream;
  #rounds = 1;
  #firstRound = 0;
  #startTime = 0;
  #values: Record<string, number> = {};
  #names = new Map<string, string>();
  #shown = false;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
  }

  event(event: RunEvent): void {
    switch (event.type) {
      case 'started': {
        this.#rounds = event.rounds;
        this.#firstRound = event.resumedFrom;
        this.#startTime = event.time;
        this.#names = new Map(event.fish.map(({ id, name }) => [id, name]));
        const from = event.resumedFrom > 0 ? `, resumed after round ${event.resumedFrom}` : '';
        this.#line(
          `${event.fish.length} fish, ${event.cost.parameters.toLocaleString('en')} parameters, ${event.executor}${from}`,
        );
        for (const note of event.notes) this.#line(`note: ${note}`);
        break;
      }
      case 'metrics':
        Object.assign(this.#values, event.values);
        if (event.values['swarm/loss'] !== undefined) this.#draw(event.round, event.time);
        break;
      case 'fish':
        if (event.state === 'dead' || event.state === 'failed') {
          this.#line(
            `round ${event.round}: ${this.#names.get(event.fish) ?? event.fish} is ${event.state} (${event.cause})`,
          );
        }
        break;
      case 'warning':
        this.#line(`warning: ${event.message}`);
        break;
      default:
        break;
    }
  }

  /** Leaves the bar and ends its line. */
  end(): void {
    if (this.#shown && this.#out.isTTY) this.#out.write('\n');
    this.#shown = false;
  }

  #draw(round: number, time: number): void {
    const done = Math.min(1, round / this.#rounds);
    const here = round - this.#firstRound;
    const left = here > 0 ? ((time - this.#startTime) / here) * (this.#rounds - round) : Number.NaN;
    const rest = Number.isFinite(left) && left > 0 ? `  ${duration(left)} left` : '';
    const line = `round ${round}/${this.#rounds}  ${figures(this.#values)}${rest}`;
    if (!this.#out.isTTY) {
      this.#out.write(`${line}\n`);
      return;
    }
    const full = Math.round(done * BAR);
    this.#out.write(
      `\r\u001b[2K${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${line}`.slice(
        0,
        (this.#out.columns ?? 120) + 5,
      ),
    );
    this.#shown = true;
  }

  #line(text: string): void {
    if (this.#shown && this.#out.isTTY) this.#out.write('\r\u001b[2K');
    this.#out.write(`${text}\n`);
  }
}
