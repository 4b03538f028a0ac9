import { useState } from 'react';
import { toShuuraiError } from '#engine/core/errors.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import { closeDialog } from '../dialogs/dialogs.ts';
import { engine } from '../engine/client.ts';
import { chartsOn, useChartBoard } from '../runs/chartBoard.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { notify } from '../ui/notices.ts';
import { GraphPicture } from './GraphPicture.tsx';

/** Keeps the swarm, and the charts that are shown with it, as a template of one's own: its name, what it shows, its picture. */
export function SaveTemplateDialog({ document }: { readonly document: SwarmDocument }) {
  const [name, setName] = useState(document.meta.name);
  const [description, setDescription] = useState(document.meta.description);
  const [watch, setWatch] = useState(document.meta.watch);
  const [error, setError] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    const charts = [...chartsOn(useChartBoard.getState(), document.meta.charts)];
    const meta = { ...document.meta, name: name.trim(), description, watch, charts };
    try {
      await engine.request('templates.save', { document: serialize({ ...document, meta }) });
      closeDialog();
      notify(t`“${name.trim()}” is in the gallery now, under “Yours”.`, 'ok');
    } catch (thrown) {
      setError(toShuuraiError(thrown).message);
    }
  };
  return (
    <Dialog
      title={t`Save as template`}
      description={t`It is kept on this machine and found in the gallery and with “shuurai templates”.`}
      footer={
        <>
          <button type="button" className="btn" onClick={closeDialog}>
            {t`Cancel`}
          </button>
          <button type="submit" form="save-template" className="btn primary" disabled={name.trim() === ''}>
            {t`Save`}
          </button>
        </>
      }
    >
      <form
        id="save-template"
        className="save-template"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="card-picture">
          <GraphPicture document={document} />
        </div>
        <label>
          {t`Name`}
          <input
            className="input"
            data-autofocus
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label>
          {t`What it shows`}
          <textarea
            className="input"
            rows={3}
            maxLength={4000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </label>
        <label>
          {t`What to watch`}
          <textarea
            className="input"
            rows={3}
            maxLength={4000}
            value={watch}
            onChange={(event) => setWatch(event.target.value)}
          />
        </label>
        {error !== null && (
          <p className="form-error" role="alert">
            {error}
          </p>
        )}
      </form>
    </Dialog>
  );
}
