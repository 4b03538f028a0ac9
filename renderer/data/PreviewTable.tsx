import { t } from '#engine/core/text.ts';
import { translate } from '#engine/core/translate.ts';
import { formatCount } from '../ui/format.ts';
import { Meter } from '../ui/Meter.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import type { Preview } from './importChoice.ts';

interface PreviewTableProps {
  readonly preview: Preview;
  /** Names of the columns in use; empty where there is none. */
  readonly text: string;
  readonly label: string;
}

/** The first rows with the chosen columns marked, the balance of the labels, and rows that cannot be read. */
export function PreviewTable({ preview, text, label }: PreviewTableProps) {
  const most = Math.max(1, ...preview.labels.map(({ count }) => count));
  const role = (column: string): string => (column === text ? 'text' : column === label ? 'label' : '');
  return (
    <div className="preview">
      <ScrollRegion className="preview-rows" label={t`First rows`}>
        <table>
          <thead>
            <tr>
              {preview.columns.map((column) => (
                <th key={column} scope="col" className={role(column)}>
                  {column} {role(column) !== '' && <span className="pill">{role(column)}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity and never move
              <tr key={line}>
                {row.map((cell, at) => {
                  const column = preview.columns[at] ?? String(at);
                  return (
                    <td key={column} className={role(column)} title={cell.length > 80 ? cell : undefined}>
                      {cell}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ScrollRegion className="preview-side" label={t`Labels and problems`}>
        {label !== '' && preview.labels.length > 0 && (
          <>
            <h3 className="section-title">{t`Labels`}</h3>
            <ul>
              {preview.labels.slice(0, 24).map(({ label: name, count }) => (
                <li key={name}>
                  <span title={name}>{name}</span>
                  <Meter value={count / most} label={`${name}: ${count}`} />
                  <span className="num">{formatCount(count)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {preview.problems.length > 0 && (
          <>
            <h3 className="section-title">{t`Rows that cannot be read`}</h3>
            <ol>
              {preview.problems.slice(0, 12).map(({ line, message }) => (
                <li key={line}>{t`line ${line}: ${translate(message)}`}</li>
              ))}
            </ol>
          </>
        )}
      </ScrollRegion>
    </div>
  );
}
