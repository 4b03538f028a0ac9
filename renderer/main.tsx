import './withoutEval.ts';
import './theme/theme.css';
import './theme/base.css';
import './ui/ui.css';
import { startLanguage } from './languages/chooseLanguage.ts';
import { startTheme } from './theme/theme.ts';

startTheme();
await startLanguage();
const { startApplication } = await import('./startApplication.tsx'); // texts are made while modules load
startApplication();
