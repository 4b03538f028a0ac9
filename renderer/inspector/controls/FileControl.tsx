import { t, withinSentence } from '#engine/core/text.ts';
import { openDialog } from '../../dialogs/dialogs.ts';
import { currentTab } from '../../documents/store.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { ControlProps } from './control.ts';
import './fileControl.css';

/** A data file: its name, and the dialogue that chooses it and looks into it. */
export function FileControl({ id, value, label, invalid, describedBy, spec, onChange, onEnd }: ControlProps) {
  const path = typeof value === 'string' ? value : '';
  const name = path.split(/[/\\]/).at(-1) ?? '';
  return (
    <span className="file-control">
      <button
        id={id}
        type="button"
        className="btn"
        title={path === '' ? spec.help : path}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        aria-label={`${label}: ${name === '' ? 'choose a file' : name}`}
        onClick={() => {
          const nodeId = currentTab()?.selection.nodes[0] ?? null;
          openDialog({ kind: 'import-data', nodeId, param: id.split('.').at(-1) ?? 'path', file: null });
        }}
      >
        <Icon name="file" size={14} />
        <span className="clip">{name === '' ? t`Choose…` : name}</span>
      </button>
      {path !== '' && (
        <button
          type="button"
          className="btn quiet icon"
          aria-label={t`Remove ${withinSentence(label)}`}
          onClick={() => {
            onChange('');
            onEnd();
          }}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  );
}
