import './withoutEval.ts';
import './theme/theme.css';
import './theme/base.css';
import './ui/ui.css';
import './ui/inputs.css';
import './ui/menu.css';
import './ui/figures.css';
import { startLanguage } from './languages/chooseLanguage.ts';
import { startMotion } from './settings/settings.ts';
import { startTheme } from './theme/theme.ts';

startTheme();
startMotion();
await startLanguage();
const { startApplication } = await import('./startApplication.tsx'); // texts are made while modules load
startApplication();
