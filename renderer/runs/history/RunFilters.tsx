import { useEffect, useState } from 'react';
import { t } from '#engine/core/text.ts';
import type { RunPage } from '#engine/protocol/api/runs.ts';
import type { RunState } from '#engine/protocol/events.ts';
import { Icon } from '../../ui/Icon.tsx';
import { changeQuery, EVERYTHING, useHistory } from './historyStore.ts';
import { STATE_WORDS, STATES } from './runWords.ts';

const TYPING_MS = 150;

/** Search and filters of the list of runs. */
export function RunFilters({ page }: { readonly page: RunPage | null }) {
  const query = useHistory((state) => state.query);
  const [text, setText] = useState(query.search);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text !== useHistory.getState().query.search) changeQuery({ search: text });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const filtered =
    query.search !== '' || query.states.length > 0 || query.name !== null || query.tag !== null;
  return (
    <div className="history-filters">
      <span className="history-search">
        <Icon name="search" size={13} />
        <input
          className="input"
          type="search"
          placeholder={t`Search name, tag, note`}
          aria-label={t`Search runs`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </span>
      <select
        className="input select small"
        aria-label={t`State`}
        value={query.states[0] ?? ''}
        onChange={
          ({ target }) => changeQuery({ states: target.value === '' ? [] : [target.value as RunState] }) // an option below
        }
      >
        <option value="">{t`any state`}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {STATE_WORDS[state]}
          </option>
        ))}
      </select>
      <Choice
        label={t`Swarm`}
        any={t`any swarm`}
        value={query.name}
        values={page?.names ?? []}
        onChange={(name) => changeQuery({ name })}
      />
      <Choice
        label={t`Tag`}
        any={t`any tag`}
        value={query.tag}
        values={page?.tags ?? []}
        onChange={(tag) => changeQuery({ tag })}
      />
      {filtered && (
        <button
          type="button"
          className="btn quiet small"
          onClick={() => {
            setText('');
            changeQuery({ ...EVERYTHING, sort: query.sort, down: query.down });
          }}
        >
          {t`Show all`}
        </button>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly value: string | null;
  readonly values: readonly string[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, any, value, values, onChange }: ChoiceProps) {
  return (
    <select
      className="input select small"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    >
      <option value="">{any}</option>
      {value !== null && !values.includes(value) && <option value={value}>{value}</option>}
      {values.map((one) => (
        <option key={one} value={one}>
          {one === '' ? t`Untitled` : one}
        </option>
      ))}
    </select>
  );
}
