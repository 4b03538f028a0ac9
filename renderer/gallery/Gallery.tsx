import { useState } from 'react';
import { fishCount } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { newDocument } from '../commands/newDocument.ts';
import { openFile } from '../commands/openFile.ts';
import { closeDialog } from '../dialogs/dialogs.ts';
import { currentTab } from '../documents/store.ts';
import { useConnection } from '../engine/client.ts';
import { problemsOf } from '../problems/problems.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { plural } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import { GraphPicture } from './GraphPicture.tsx';
import './gallery.css';
import { openAndRun, openTemplate } from './openTemplate.ts';
import { findTemplates, TEMPLATES, type Template } from './templates.ts';

const architectures = [...new Set(TEMPLATES.flatMap(({ document }) => document.meta.architecture ?? []))];

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Swarms to begin with. */
export function Gallery() {
  const [text, setText] = useState('');
  const [architecture, setArchitecture] = useState<string | null>(null);
  const found = findTemplates(TEMPLATES, text, architecture);
  return (
    <Dialog
      title="Begin with a swarm"
      description="Each of these runs at once on a built-in task and shows its effect within two minutes."
      size="gallery"
      footer={
        <>
          <button
            type="button"
            className="btn quiet"
            onClick={() => {
              closeDialog();
              void openFile.run();
            }}
          >
            <Icon name="folder" size={14} />
            Open a file…
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => {
              closeDialog();
              const shown = currentTab();
              if (shown === null || Object.keys(shown.document.nodes).length > 0) void newDocument.run();
            }}
          >
            <Icon name="plus" size={14} />
            Empty canvas
          </button>
        </>
      }
    >
      <div className="gallery-filters">
        <span className="gallery-search">
          <Icon name="search" size={14} />
          <input
            className="input"
            type="search"
            autoFocus
            placeholder="Search templates"
            aria-label="Search templates"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </span>
        <fieldset className="gallery-chips" aria-label="Architecture">
          {[null, ...architectures].map((name) => (
            <button
              key={name ?? 'all'}
              type="button"
              className="chip"
              aria-pressed={architecture === name}
              onClick={() => setArchitecture(name)}
            >
              {name === null ? 'All' : capital(name)}
            </button>
          ))}
        </fieldset>
      </div>
      {found.length === 0 ? (
        <div className="empty">No template has these words.</div>
      ) : (
        <ul className="gallery-cards">
          {found.map((template) => (
            <Card key={template.id} template={template} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function fishIn(document: SwarmDocument): number {
  return Object.values(document.nodes)
    .filter((node) => node.kind === 'fish')
    .reduce((sum, node) => sum + fishCount(node), 0);
}

function Card({ template }: { template: Template }) {
  const { document } = template;
  const connected = useConnection((connection) => connection.state === 'connected');
  const runnable = connected && problemsOf(document).firstError === null;
  const open = (): void => {
    closeDialog();
    openTemplate(template);
  };
  return (
    <li className="card" data-template={template.id}>
      <button type="button" className="card-picture" onClick={open} aria-label={`Open ${document.meta.name}`}>
        <GraphPicture document={document} />
      </button>
      <div className="card-text">
        <h3>
          {document.meta.name}
          {document.meta.architecture !== undefined && (
            <span className="pill">{document.meta.architecture}</span>
          )}
        </h3>
        <p className="card-about" title={document.meta.description}>
          {document.meta.description}
        </p>
        <p className="card-facts">
          {fishIn(document)} fish · {plural(document.run.rounds, 'round')}
        </p>
      </div>
      <div className="card-actions">
        <button type="button" className="btn" onClick={open}>
          Open
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={!runnable}
          title={runnable ? undefined : 'The engine cannot be reached at the moment.'}
          onClick={() => {
            closeDialog();
            void openAndRun(template);
          }}
        >
          <Icon name="play" size={14} />
          Open and run
        </button>
      </div>
    </li>
  );
}
