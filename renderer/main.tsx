import './withoutEval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/theme.css';
import './theme/base.css';
import './ui/ui.css';
import { App } from './App.tsx';
import { engine } from './engine/client.ts';
import { startTheme } from './theme/theme.ts';

startTheme();
engine.start();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
