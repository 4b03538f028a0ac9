import type { Transport } from './transport.ts';

/** `process` in a forked child, or the ChildProcess in its parent. */
interface IpcEnd {
  send?(message: unknown, callback?: (error: Error | null) => void): boolean;
  on(type: 'message', listener: (message: unknown) => void): unknown;
  on(type: 'disconnect', listener: () => void): unknown;
  disconnect?(): void;
  readonly connected?: boolean;
}

/** Whole messages over the IPC channel of `child_process.fork`. */
export function processTransport(end: IpcEnd): Transport {
  const closes: ((reason: string) => void)[] = [];
  let closed = false;
  const ended = (reason: string) => {
    if (closed) return;
    closed = true;
    for (const listener of closes) listener(reason);
  };
  end.on('disconnect', () => ended('the process ended'));
  return {
    send(message) {
      // Without a callback a failed send would be an uncaught error event; the disconnect tells what matters.
      if (!closed && end.connected === true) end.send?.(message, () => {});
    },
    onMessage(listener) {
      end.on('message', listener);
    },
    onClose(listener) {
      closes.push(listener);
    },
    close() {
      if (end.connected === true) end.disconnect?.();
      ended('closed');
    },
  };
}
