/** What closing needs of a window; Electron's own in the application. */
export interface ClosingWindow {
  on(event: 'close', listener: (event: { preventDefault(): void }) => void): unknown;
  close(): void;
}

export interface ClosingOptions {
  /** What must be done before the window goes; it is not waited for twice. */
  readonly flush: () => Promise<unknown>;
  /** Whether the whole application is being quit. */
  readonly isQuitting: () => boolean;
  readonly quit: () => void;
}

/**
 * Holds the closing of a window until `flush` is done. Holding it cancels the quit that asked for it (Electron takes a
 * window that stays as a refusal), so that quit is asked for again: otherwise Cmd+Q on macOS would only close the window.
 * Returns what to call when the window stays after all, so that its next closing is held again.
 */
export function holdClosing(window: ClosingWindow, { flush, isQuitting, quit }: ClosingOptions): () => void {
  let state: 'open' | 'flushing' | 'flushed' = 'open';
  window.on('close', (event) => {
    if (state === 'flushed') return;
    event.preventDefault();
    if (state === 'flushing') return;
    state = 'flushing';
    void flush()
      .catch(() => undefined) // a window must close even when nothing can be written any more
      .then(() => {
        state = 'flushed';
        if (isQuitting()) quit();
        else window.close();
      });
  });
  return () => {
    state = 'open';
  };
}
