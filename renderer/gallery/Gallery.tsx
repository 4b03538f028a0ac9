import { type KeyboardEvent, useState } from 'react';
import { t } from '#engine/core/text.ts';
import { translate } from '#engine/core/translate.ts';
import { newDocument } from '../commands/newDocument.ts';
import { openFile } from '../commands/openFile.ts';
import { closeDialog } from '../dialogs/dialogs.ts';
import { currentTab } from '../documents/store.ts';
import { capital } from '../ui/capital.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Icon } from '../ui/Icon.tsx';
import './gallery.css';
import { OwnTemplateActions } from './OwnTemplateActions.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import { TemplateDetails } from './TemplateDetails.tsx';
import { findTemplates, TEMPLATES } from './templates.ts';
import { useOwnTemplates } from './userTemplates.ts';

const architectures = [...new Set(TEMPLATES.flatMap(({ document }) => document.meta.architecture ?? []))];

/** Templates of this filter: one architecture, the person's own, or all. */
type Filter = { readonly kind: 'all' | 'own' } | { readonly kind: 'architecture'; readonly name: string };

/** Swarms to begin with. */
export function Gallery() {
  const [text, setText] = useState('');
  const [chosen, setFilter] = useState<Filter>({ kind: 'all' });
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const own = useOwnTemplates();
  const hasOwn = own.templates.length + own.broken.length > 0;
  const filter: Filter = chosen.kind === 'own' && !hasOwn ? { kind: 'all' } : chosen;
  const found = findTemplates(
    filter.kind === 'own' ? own.templates : [...TEMPLATES, ...own.templates],
    text,
    filter.kind === 'architecture' ? filter.name : null,
  );
  const keyOf = (template: { whose: string; id: string }): string => `${template.whose}/${template.id}`;
  const looked = found.find((template) => keyOf(template) === lookedAt) ?? found[0];
  const broken = filter.kind === 'architecture' || text !== '' ? [] : own.broken;
  return (
    <Dialog
      title={t`Begin with a swarm`}
      description={t`Each of these runs at once on a built-in task and shows its effect within two minutes.`}
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
            {t`Open a file…`}
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
            {t`Empty canvas`}
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
            placeholder={t`Search templates`}
            aria-label={t`Search templates`}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') moveTo(event, 0);
            }}
          />
        </span>
        <fieldset className="gallery-chips" aria-label={t`Architecture`}>
          <Chip label={t`All`} on={filter.kind === 'all'} onClick={() => setFilter({ kind: 'all' })} />
          {architectures.map((name) => (
            <Chip
              key={name}
              label={capital(translate(name))}
              on={filter.kind === 'architecture' && filter.name === name}
              onClick={() => setFilter({ kind: 'architecture', name })}
            />
          ))}
          {hasOwn && (
            <Chip label={t`Yours`} on={filter.kind === 'own'} onClick={() => setFilter({ kind: 'own' })} />
          )}
        </fieldset>
      </div>
      <div className={`gallery-body ${looked === undefined ? 'nothing' : ''}`}>
        <div className="gallery-list">
          {broken.length > 0 && (
            <ul className="gallery-broken" aria-label={t`Templates that cannot be used`}>
              {broken.map(({ id, problem }) => (
                <li key={id}>
                  <Icon name="warning" size={14} />
                  <span>{problem}</span>
                  <OwnTemplateActions id={id} name={null} onChanged={own.reload} />
                </li>
              ))}
            </ul>
          )}
          {found.length === 0 ? (
            <Empty
              icon="search"
              title={t`No template has these words`}
              action={
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    setText('');
                    setFilter({ kind: 'all' });
                  }}
                >
                  {t`Show all`}
                </button>
              }
            >
              {t`Words are looked for in names, descriptions and architectures.`}
            </Empty>
          ) : (
            // Arrow keys lead from picture to picture.
            <ul className="gallery-cards" onKeyDown={onArrow}>
              {found.map((template) => (
                <TemplateCard
                  key={keyOf(template)}
                  template={template}
                  looked={template === looked}
                  onLook={() => setLookedAt(keyOf(template))}
                  onChanged={own.reload}
                />
              ))}
            </ul>
          )}
        </div>
        {looked !== undefined && <TemplateDetails template={looked} />}
      </div>
    </Dialog>
  );
}

interface ChipProps {
  readonly label: string;
  readonly on: boolean;
  readonly onClick: () => void;
}

const Chip = ({ label, on, onClick }: ChipProps) => (
  <button type="button" className="chip" aria-pressed={on} onClick={onClick}>
    {label}
  </button>
);

const pictures = (within: Element): readonly HTMLElement[] => [
  ...(within.closest('.dialog')?.querySelectorAll<HTMLElement>('.card-picture') ?? []),
];

function moveTo(event: KeyboardEvent, at: number): void {
  const next = pictures(event.currentTarget)[at];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

function onArrow(event: KeyboardEvent): void {
  const all = pictures(event.currentTarget);
  const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1;
  if (at === -1) return;
  const top = all[0]?.getBoundingClientRect().top;
  const columns = all.filter((picture) => picture.getBoundingClientRect().top === top).length;
  const steps: Partial<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  const step = steps[event.key];
  if (step !== undefined) moveTo(event, at + step);
}
