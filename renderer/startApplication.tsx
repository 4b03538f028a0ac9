import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startShortcuts } from './commands/shortcuts.ts';
import { startAnnouncingSteps } from './documents/announceSteps.ts';
import { startClipboard } from './documents/clipboardEvents.ts';
import { engine } from './engine/client.ts';
import { startDrafts } from './files/drafts.ts';
import { watchFiles } from './files/watchFiles.ts';
import { startRunNews } from './live/runNews.ts';
import { startPieces } from './palette/pieces.ts';
import { startQueueWatch } from './runs/queue/queueStore.ts';
import { startWindowStatus } from './shell/windowStatus.ts';

/** Everything that begins with the page, once its language is known. */
export function startApplication(): void {
  startDrafts();
  startPieces();
  startShortcuts();
  startClipboard();
  startAnnouncingSteps();
  watchFiles();
  startRunNews();
  startWindowStatus();
  startQueueWatch();
  engine.start();
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
