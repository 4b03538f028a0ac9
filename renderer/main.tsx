import './withoutEval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/theme.css';
import './theme/base.css';
import './ui/ui.css';
import { App } from './App.tsx';
import { startShortcuts } from './commands/shortcuts.ts';
import { startClipboard } from './documents/clipboardEvents.ts';
import { engine } from './engine/client.ts';
import { startDrafts } from './files/drafts.ts';
import { startRunNews } from './live/runNews.ts';
import { startWindowStatus } from './shell/windowStatus.ts';
import { startTheme } from './theme/theme.ts';

startTheme();
startDrafts();
startShortcuts();
startClipboard();
startRunNews();
startWindowStatus();
engine.start();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
