import { useState } from 'react';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import { engine } from '../engine/client.ts';
import { Icon } from '../ui/Icon.tsx';
import { notify } from '../ui/notices.ts';

interface OwnTemplateActionsProps {
  readonly id: string;
  /** null: its file cannot be read, so it can only be deleted. */
  readonly name: string | null;
  readonly onChanged: () => void;
}

/** Renames and deletes a template of the person's own; deleting asks. */
export function OwnTemplateActions({ id, name, onChanged }: OwnTemplateActionsProps) {
  const [mode, setMode] = useState<'idle' | 'renaming' | 'asking'>('idle');
  const [text, setText] = useState(name ?? '');
  const act = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
      setMode('idle');
      onChanged();
    } catch (thrown) {
      notify(toShuuraiError(thrown).message, 'bad');
    }
  };
  switch (mode) {
    case 'idle':
      return (
        <span className="own-actions">
          {name !== null && (
            <button
              type="button"
              className="btn quiet small"
              aria-label={t`Rename ${name}`}
              onClick={() => setMode('renaming')}
            >
              {t`Rename`}
            </button>
          )}
          <button
            type="button"
            className="btn quiet icon small"
            aria-label={t`Delete ${name ?? id}`}
            onClick={() => setMode('asking')}
          >
            <Icon name="trash" size={13} />
          </button>
        </span>
      );
    case 'renaming':
      return (
        <form
          className="own-actions"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') void act(engine.request('templates.rename', { id, name: text.trim() }));
          }}
        >
          <input
            className="input"
            aria-label={t`New name`}
            maxLength={120}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="btn small" disabled={text.trim() === ''}>
            {t`Save`}
          </button>
        </form>
      );
    case 'asking':
      return (
        <span className="own-actions" role="alertdialog" aria-label={t`Delete the template`}>
          {t`Delete for good?`}
          <button
            type="button"
            className="btn danger small"
            onClick={() => void act(engine.request('templates.delete', { id }))}
          >
            {t`Delete`}
          </button>
          <button type="button" className="btn quiet small" onClick={() => setMode('idle')}>
            {t`Keep`}
          </button>
        </span>
      );
  }
}
