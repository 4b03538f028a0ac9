import type { Page } from '@playwright/test';

/** Metrics events that come over the page's connections from now on. Call it before the page loads. */
export function countMetrics(page: Page): () => number {
  let seen = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      seen += String(payload).split('"type":"metrics"').length - 1;
    }),
  );
  return () => seen;
}
