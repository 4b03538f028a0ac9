import { t } from '#engine/core/text.ts';
import { type RunSettings, runSettingsSchema } from '#engine/document/schema.ts';
import { costParts } from '../canvas/CostStrip.tsx';
import { useCost } from '../canvas/costStore.ts';
import { editActive, endEditGesture, useActiveDocument } from '../documents/store.ts';
import { watchAndTry } from '../gallery/templates.ts';
import { ProblemList } from '../problems/ProblemList.tsx';
import { useProblems } from '../problems/problems.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { FieldSections } from './FieldSections.tsx';
import { LocalWorkField } from './LocalWorkField.tsx';
import { NameField } from './NameField.tsx';
import { runFields } from './runFields.ts';

function setRun(name: string, value: unknown): void {
  editActive(
    t`change ${name} of the run`,
    (draft) => {
      const checked = runSettingsSchema.safeParse({ ...draft.run, [name]: value });
      if (checked.success) draft.run = checked.data;
    },
    `run.${name}`,
  );
}

/** The whole swarm, while nothing is selected: name, run settings, problems, cost. */
export function DocumentInspector() {
  const document = useActiveDocument();
  const problems = useProblems(({ all }) => all);
  const cost = useCost((state) => state.cost);
  if (document === null) return null;
  const { watch, tryThis } = watchAndTry(document);
  return (
    <>
      <header className="inspector-head">
        <span className="inspector-fish">
          <FishGlyph width={20} />
        </span>
        <NameField
          label={t`Name of the swarm`}
          value={document.meta.name}
          placeholder={t`Untitled`}
          onChange={(name) =>
            editActive(t`rename the swarm`, (draft) => void Object.assign(draft.meta, { name }), 'meta.name')
          }
        />
      </header>
      <textarea
        className="input description"
        aria-label={t`Description`}
        placeholder={t`What is this swarm for?`}
        maxLength={4000}
        value={document.meta.description}
        onChange={(event) => {
          const description = event.target.value;
          editActive(
            t`describe the swarm`,
            (draft) => void Object.assign(draft.meta, { description }),
            'meta.description',
          );
        }}
        onBlur={endEditGesture}
      />
      {watch !== '' && (
        <section className="inspector-section watch">
          <h3 className="section-title">{t`What to watch`}</h3>
          <p>{watch}</p>
        </section>
      )}
      {tryThis !== '' && (
        <section className="inspector-section watch">
          <h3 className="section-title">{t`What to try`}</h3>
          <p>{tryThis}</p>
        </section>
      )}
      <section className="inspector-section">
        <h3 className="section-title">{t`Problems`}</h3>
        {problems.length === 0 ? (
          <p className="inspector-help">{t`None. This swarm can run.`}</p>
        ) : (
          <ProblemList problems={problems} />
        )}
      </section>
      <LocalWorkField
        value={document.run.local}
        onChange={(local: RunSettings['local']) => setRun('local', local)}
      />
      <FieldSections
        idPrefix="field.run"
        schema={runSettingsSchema}
        fields={runFields}
        values={document.run}
        problemOf={(name) => problems.find(({ path }) => path === `run.${name}`)}
        onChange={setRun}
        onEnd={endEditGesture}
      />
      <section className="inspector-section">
        <h3 className="section-title">{t`Cost`}</h3>
        <dl className="cost-list">
          {costParts(cost).map(([id, name, value]) => (
            <div key={id} className="row">
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
