import { counted, t } from '#engine/core/text.ts';
import { translate } from '#engine/core/translate.ts';
import { fishIn } from '#engine/document/graph.ts';
import { closeDialog } from '../dialogs/dialogs.ts';
import { useConnection } from '../engine/client.ts';
import { problemsOf } from '../problems/problems.ts';
import { Icon } from '../ui/Icon.tsx';
import { GraphPicture } from './GraphPicture.tsx';
import { OwnTemplateActions } from './OwnTemplateActions.tsx';
import { openAndRun, openTemplate } from './openTemplate.ts';
import type { Template } from './templates.ts';

interface TemplateCardProps {
  readonly template: Template;
  /** Whether the gallery tells of it at the side. */
  readonly looked: boolean;
  readonly onLook: () => void;
  readonly onChanged: () => void;
}

/** A template as a picture with a few words; it can be opened, and run at once. */
export function TemplateCard({ template, looked, onLook, onChanged }: TemplateCardProps) {
  const { document, id, whose } = template;
  const name = translate(document.meta.name);
  const architecture =
    document.meta.architecture === undefined ? undefined : translate(document.meta.architecture);
  const description = translate(document.meta.description);
  const connected = useConnection((connection) => connection.state === 'connected');
  const problem = problemsOf(document).firstError?.message ?? null;
  const runnable = connected && problem === null;
  const open = (): void => {
    closeDialog();
    openTemplate(template);
  };
  return (
    <li
      className={`card ${looked ? 'looked' : ''}`}
      data-template={id}
      data-whose={whose}
      onPointerEnter={onLook}
      onFocus={onLook}
    >
      <button
        type="button"
        className="card-picture"
        onClick={open}
        aria-label={t`Open ${document.meta.name}`}
      >
        <GraphPicture document={document} />
      </button>
      <div className="card-text">
        <h3>
          {name}
          {whose === 'own' ? (
            <span className="pill cold">{t`yours`}</span>
          ) : (
            architecture !== undefined &&
            architecture.toLowerCase() !== name.toLowerCase() && <span className="pill">{architecture}</span>
          )}
        </h3>
        <p className="card-about" title={description}>
          {description}
        </p>
        <p className="card-facts">
          {counted(fishIn(document), '{0} fish', '{0} fish')} ·{' '}
          {counted(document.run.rounds, '{0} round', '{0} rounds')}
        </p>
      </div>
      <div className="card-actions">
        {whose === 'own' && <OwnTemplateActions id={id} name={document.meta.name} onChanged={onChanged} />}
        <button type="button" className="btn" onClick={open}>
          {t`Open`}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={!runnable}
          title={runnable ? undefined : (problem ?? t`The engine cannot be reached at the moment.`)}
          onClick={() => {
            closeDialog();
            void openAndRun(template);
          }}
        >
          <Icon name="play" size={14} />
          {t`Open and run`}
        </button>
      </div>
    </li>
  );
}
