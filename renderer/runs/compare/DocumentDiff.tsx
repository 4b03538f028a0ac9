import { useMemo, useState } from 'react';
import { changeWords } from '#engine/compare/changeWords.ts';
import { documentChanges } from '#engine/compare/documentChanges.ts';
import { finalNumbers } from '#engine/compare/finalNumbers.ts';
import { t } from '#engine/core/text.ts';
import type { OpenedRun } from './comparedRuns.ts';

const SIGNS = { '+': 'added', '-': 'removed', '~': 'changed' } as const;

interface DocumentDiffProps {
  readonly runs: readonly OpenedRun[];
  readonly titles: ReadonlyMap<string, string>;
}

/** What leads from the document of one run to that of another, in words. */
export function DocumentDiff({ runs, titles }: DocumentDiffProps) {
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [positions, setPositions] = useState(false);
  const before = runs.find(({ id }) => id === from) ?? runs[0];
  // Another seed alone is a dull difference: the first of another swarm is more to the point.
  const [, other] = useMemo(() => finalNumbers(runs, 'join').columns, [runs]);
  const after =
    runs.find(({ id }) => id === to) ??
    runs.find(({ id }) => id !== before?.id && id === other?.runs[0]?.id) ??
    runs.find(({ id }) => id !== before?.id);
  const changes = useMemo(() => {
    const [a, b] = [before?.document, after?.document];
    if (a == null || b == null) return null;
    return documentChanges(a, b, positions ? 'compare' : 'ignore').map((change) => changeWords(change, a, b));
  }, [before, after, positions]);
  const choice = (label: string, chosen: string | undefined, set: (id: string) => void) => (
    <select
      className="input select small"
      aria-label={label}
      value={chosen}
      onChange={(event) => set(event.target.value)}
    >
      {runs.map(({ id }) => (
        <option key={id} value={id}>
          {titles.get(id)}
        </option>
      ))}
    </select>
  );
  return (
    <section className="compare-documents" aria-label={t`Documents`}>
      <header className="compare-head">
        <h3 className="section-title">{t`Documents`}</h3>
        <span>
          {t`from`} {choice(t`Document to begin with`, before?.id, setFrom)}
        </span>
        <span>
          {t`to`} {choice(t`Document to compare`, after?.id, setTo)}
        </span>
        <label>
          <input
            type="checkbox"
            checked={positions}
            onChange={(event) => setPositions(event.target.checked)}
          />
          {t`places on the canvas, too`}
        </label>
      </header>
      {changes === null && <p>{t`One of the documents cannot be read, so they are not compared.`}</p>}
      {changes?.length === 0 && <p>{t`The documents are the same.`}</p>}
      {changes !== null && changes.length > 0 && (
        <ul className="document-changes" aria-label={t`Changes of the document`}>
          {changes.map(({ sign, subject, value }) => (
            <li key={`${sign}${subject}${value?.name ?? ''}`} className={SIGNS[sign]}>
              <i aria-hidden="true">{sign === '-' ? '−' : sign}</i>
              <b>{subject}</b>
              {value === null ? (
                <span>{sign === '+' ? t`added` : sign === '-' ? t`removed` : t`changed`}</span>
              ) : (
                <span>
                  {value.name} <s>{value.before}</s> → <em>{value.after}</em>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
