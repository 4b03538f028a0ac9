import { useState } from 'react';
import { languageCode, t } from '#engine/core/text.ts';
import { useCanvasSettings } from '../canvas/canvasSettings.ts';
import { keepLanguageChoice, type LanguageChoice, languageChoice } from '../languages/chooseLanguage.ts';
import { LANGUAGES, type LanguageCode } from '../languages/languages.ts';
import { setTheme, THEME_CHOICES, type ThemeChoice, useTheme } from '../theme/theme.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { EngineSettingsForm } from './EngineSettingsForm.tsx';
import { Choice, Switch } from './Setting.tsx';
import { changeSettings, MOTIONS, type Motion, useSettings } from './settings.ts';
import './settings.css';

const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
  system: t`As the system`,
  dark: t`Dark`,
  light: t`Light`,
};
const MOTION_NAMES: Readonly<Record<Motion, string>> = {
  system: t`As the system`,
  reduced: t`Reduced`,
  full: t`Full`,
};

function LanguageSetting() {
  const [choice, setChoice] = useState(languageChoice);
  const names = Object.entries(LANGUAGES) as [LanguageCode, { readonly name: string }][]; // the keys are its codes
  const inForce: LanguageChoice = choice;
  return (
    <>
      <Choice
        label={t`Language`}
        help={t`Of everything on the screen but your own texts. The command line and the log of the engine stay English.`}
        value={inForce}
        options={[['system', t`As the system`], ...names.map(([code, { name }]) => [code, name] as const)]}
        onChange={(chosen) => {
          keepLanguageChoice(chosen);
          setChoice(chosen);
        }}
      />
      {inForce !== 'system' && inForce !== languageCode() && (
        <div className="setting-note" role="status">
          <span>{t`The new language shows when the page is loaded again. Drafts are kept, and runs go on.`}</span>
          <button type="button" className="btn small" onClick={() => window.location.reload()}>
            {t`Load again`}
          </button>
        </div>
      )}
    </>
  );
}

/** What a person can set, each with a sentence of what it does. Everything takes effect at once, or says when. */
export function SettingsDialog() {
  const theme = useTheme((state) => state.choice);
  const { motion } = useSettings();
  const { guides, grid } = useCanvasSettings();
  return (
    <Dialog title={t`Settings`} size="wide">
      <div className="settings">
        <section>
          <h3 className="section-title">{t`Looks`}</h3>
          <Choice
            label={t`Theme`}
            help={t`Dark or light, or whichever the system shows at the moment.`}
            value={theme}
            options={THEME_CHOICES.map((choice) => [choice, THEME_NAMES[choice]] as const)}
            onChange={setTheme}
          />
          <LanguageSetting />
          <Choice
            label={t`Motion`}
            help={t`Reduced: nothing moves by itself, neither messages on links nor the view when it jumps to a node.`}
            value={motion}
            options={MOTIONS.map((choice) => [choice, MOTION_NAMES[choice]] as const)}
            onChange={(chosen) => changeSettings({ motion: chosen })}
          />
        </section>
        <section>
          <h3 className="section-title">{t`Canvas`}</h3>
          <Switch
            label={t`Snap to other nodes`}
            help={t`A node that you drag stops where its edges or its middle are level with those of others. Ctrl lets it go freely.`}
            value={guides}
            onChange={(chosen) => useCanvasSettings.setState({ guides: chosen })}
          />
          <Switch
            label={t`Snap to the grid`}
            help={t`Nodes that you move keep to the dots. What is placed already stays where it is.`}
            value={grid}
            onChange={(chosen) => useCanvasSettings.setState({ grid: chosen })}
          />
        </section>
        <EngineSettingsForm />
      </div>
    </Dialog>
  );
}
