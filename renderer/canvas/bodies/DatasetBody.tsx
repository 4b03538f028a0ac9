import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { dataset } from '#engine/nodes/dataset/index.ts';
import { formatCount } from '../../ui/format.ts';
import './bars.css';

/** How many examples, and which part is kept for validation. */
export function DatasetBody({ node }: { node: SwarmNode }) {
  const { source, task, path, examples, validationFraction, validationPath } = node.params;
  const builtIn = source !== 'file';
  const kept = typeof validationFraction === 'number' ? validationFraction : 0.1;
  const split = builtIn || validationPath === '' || validationPath === undefined;
  const fileName = typeof path === 'string' && path !== '' ? path.split(/[/\\]/).at(-1) : t`no file chosen`;
  return (
    <>
      <div className="row">
        <span className="clip">
          {builtIn ? (dataset.fields.task?.options?.[String(task)] ?? String(task)) : fileName}
        </span>
        {builtIn && typeof examples === 'number' && <span className="num">{formatCount(examples)}</span>}
      </div>
      <div className="share-bar" aria-hidden="true">
        <i style={{ flexGrow: split ? 1 - kept : 1 }} />
        {split && <i className="faint" style={{ flexGrow: kept }} />}
      </div>
      {split && <div className="note">{t`${Math.round(kept * 100)} % kept for validation`}</div>}
    </>
  );
}
