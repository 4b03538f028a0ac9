import { useEffect, useState } from 'react';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { translate } from '#engine/core/translate.ts';
import type { EngineSettings } from '#engine/protocol/api/engine.ts';
import { engine, useConnection } from '../engine/client.ts';
import { notify } from '../ui/notices.ts';
import { FolderSetting, type Folders } from './FolderSetting.tsx';
import { Choice, Setting } from './Setting.tsx';

const MOST_AT_ONCE = 8;

/** What is set for the engine: it keeps that itself, so that the command line's runs and every window share it. */
export function EngineSettingsForm() {
  const generation = useConnection((state) => state.generation);
  const info = useConnection((state) => state.info);
  const [settings, setSettings] = useState<EngineSettings | null>(null);
  const [folders, setFolders] = useState<Folders | null>(null);
  const [atOnce, setAtOnce] = useState(1);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new connection, and a new folder, are asked anew
  useEffect(() => {
    let shown = true;
    Promise.all([engine.request('settings.get', {}), engine.request('queue.get', {})]).then(
      ([found, queue]) => {
        if (!shown) return;
        setSettings(found.settings);
        setFolders(found.folders);
        setAtOnce(queue.limit);
      },
      () => undefined, // the banner says that the engine cannot be reached
    );
    return () => {
      shown = false;
    };
  }, [generation, asked]);
  if (settings === null || folders === null)
    return <p className="setting-wait">{t`What concerns the engine shows when it can be reached.`}</p>;

  const askAnew = (): void => setAsked((before) => before + 1);
  const fail = (thrown: unknown): void => {
    notify(t`The setting could not be kept: ${toShuuraiError(thrown).message}`, 'bad');
    askAnew();
  };
  const change = (part: Partial<EngineSettings>): void => {
    const next = { ...settings, ...part };
    setSettings(next); // at once: a second change must not bring back what the first one changed
    engine.request('settings.set', { settings: next }).catch(fail);
  };
  const unavailable = (info?.executors ?? []).filter(({ available }) => !available);
  return (
    <>
      <section>
        <h3 className="section-title">{t`Runs`}</h3>
        <Choice
          label={t`Executor`}
          help={t`What computes where a swarm says “automatic”. Takes effect with the next run; runs that are resumed keep theirs.`}
          value={settings.executor}
          options={[
            ['auto', t`The fastest that works`],
            ['onnx', 'ONNX Runtime'],
            ['tfjs', 'TensorFlow.js'],
          ]}
          onChange={(executor) => change({ executor })}
        />
        {unavailable.map(({ name, reason, description }) => (
          <p key={name} className="setting-note">
            {t`“${name}” cannot be used here: ${translate(reason ?? description)}`}
          </p>
        ))}
        <Setting
          label={t`Threads`}
          help={t`How many threads one computation takes; empty: the fastest number, as measured. Takes effect with the next run.`}
        >
          {({ id, describedBy }) => (
            <input
              id={id}
              type="number"
              min={1}
              max={64}
              className="input num"
              aria-describedby={describedBy}
              placeholder={t`automatic`}
              defaultValue={settings.threads ?? ''}
              onBlur={(event) => {
                const { value, validity } = event.target;
                const threads = value === '' ? null : Math.round(Number(value));
                if (!validity.valid) event.target.value = String(settings.threads ?? '');
                else if (threads !== settings.threads) change({ threads });
              }}
            />
          )}
        </Setting>
        <Choice
          label={t`Runs at once`}
          help={t`More than this wait in the queue. Several at once share the processor, so that each takes longer.`}
          value={String(atOnce)}
          options={Array.from(
            { length: MOST_AT_ONCE },
            (_, index) => [String(index + 1), String(index + 1)] as const,
          )}
          onChange={(chosen) => {
            const limit = Number(chosen);
            setAtOnce(limit);
            engine.request('queue.set', { limit }).catch(fail);
          }}
        />
      </section>
      <FolderSetting folders={folders} onChanged={askAnew} />
    </>
  );
}
