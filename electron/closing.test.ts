import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { holdClosing } from './closing.ts';

/** Closes as Electron's windows do: a held close cancels the quit that asked for it. */
class Shell extends EventEmitter {
  open = true;
  running = true;
  quitting = false;

  close(): boolean {
    let held = false;
    this.emit('close', { preventDefault: () => (held = true) });
    if (held) this.quitting = false;
    else this.open = false;
    return !held;
  }

  quit(): void {
    this.quitting = true;
    if (!this.open || this.close()) this.running = false;
  }
}

function started(flush: () => Promise<unknown>) {
  const shell = new Shell();
  let asked = false; // as `before-quit` tells it
  const stay = holdClosing(shell, { flush, isQuitting: () => asked, quit: () => shell.quit() });
  const quit = (): void => {
    asked = true;
    shell.quit();
  };
  return { shell, stay, quit };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('closing the window', () => {
  it('waits until the drafts are kept, once, however often it is asked', async () => {
    let flushes = 0;
    let finish = (): void => undefined;
    const { shell } = started(() => {
      flushes += 1;
      return new Promise<void>((done) => {
        finish = done;
      });
    });
    shell.close();
    shell.close();
    await settled();
    expect([shell.open, flushes]).toEqual([true, 1]);
    finish();
    await settled();
    expect([shell.open, shell.running]).toEqual([false, true]);
  });

  it('goes on to quit where the whole application was to be quit', async () => {
    const { shell, quit } = started(() => Promise.resolve());
    quit();
    await settled();
    expect([shell.open, shell.running]).toEqual([false, false]);
  });

  it('happens even when the drafts cannot be kept', async () => {
    const { shell } = started(() => Promise.reject(new Error('disk full')));
    shell.close();
    await settled();
    expect(shell.open).toBe(false);
  });

  it('is held again after the window stayed', async () => {
    let flushes = 0;
    const { shell, stay } = started(async () => {
      flushes += 1;
    });
    const refuse = (event: { preventDefault(): void }): void => event.preventDefault();
    shell.on('close', refuse);
    shell.close();
    await settled();
    stay();
    shell.off('close', refuse);
    shell.close();
    await settled();
    expect([shell.open, flushes]).toEqual([false, 2]);
  });
});
