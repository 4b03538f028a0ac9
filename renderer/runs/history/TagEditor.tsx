import { useId, useState } from 'react';
import { t } from '#engine/core/text.ts';
import type { RunListing } from '#engine/protocol/api/runs.ts';
import { Icon } from '../../ui/Icon.tsx';

interface TagEditorProps {
  readonly runs: readonly RunListing[];
  /** Tags in use, to choose from while typing. */
  readonly all: readonly string[];
  readonly onChange: (labels: { readonly add?: string[]; readonly remove?: string[] }) => void;
}

/** The tags of the chosen runs; of several those of any, and what is added is added to all. */
export function TagEditor({ runs, all, onChange }: TagEditorProps) {
  const [text, setText] = useState('');
  const list = useId();
  const tags = [...new Set(runs.flatMap((run) => run.tags))];
  const add = (): void => {
    const fresh = text
      .split(',')
      .map((tag) => tag.trim().slice(0, 40))
      .filter((tag) => tag !== '');
    if (fresh.length > 0) onChange({ add: fresh });
    setText('');
  };
  return (
    <form
      className="tag-editor"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {tags.map((tag) => (
        <span key={tag} className="tag">
          {tag}
          <button type="button" aria-label={t`Remove tag ${tag}`} onClick={() => onChange({ remove: [tag] })}>
            <Icon name="close" size={10} />
          </button>
        </span>
      ))}
      <input
        className="input"
        aria-label={t`Add a tag`}
        placeholder={t`Add a tag`}
        list={list}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
      />
      <datalist id={list}>
        {all
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </form>
  );
}
