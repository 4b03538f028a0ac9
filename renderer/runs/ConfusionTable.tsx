import { counted, t } from '#engine/core/text.ts';
import { formatNumber } from './charts/formatNumber.ts';
import { confusionShares, type Normalised } from './confusionShares.ts';

export interface Cell {
  readonly truth: number;
  readonly answer: number;
}

interface ConfusionTableProps {
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly shares: Normalised;
  readonly chosen: Cell | null;
  readonly onChoose: (cell: Cell | null) => void;
}

/** Every cell is a button that shows its texts; right answers in one colour, wrong ones in another, the more the stronger. */
export function ConfusionTable({ labels, counts, shares, chosen, onChoose }: ConfusionTableProps) {
  const parts = confusionShares(counts, shares);
  return (
    <table className={`confusion-counts ${labels.length > 8 ? 'many' : ''}`}>
      <thead>
        <tr>
          <td />
          {labels.map((label) => (
            <th key={label} scope="col" title={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, truth) => (
          <tr key={labels[truth]}>
            <th scope="row" title={labels[truth]}>
              {labels[truth]}
            </th>
            {row.map((count, answer) => {
              const part = parts[truth]?.[answer] ?? null;
              const isChosen = chosen?.truth === truth && chosen.answer === answer;
              const tone = truth === answer ? '--ok' : '--bad';
              const text =
                shares === 'none' ? String(count) : part === null ? '–' : `${formatNumber(part, true)} %`;
              return (
                <td key={labels[answer]}>
                  <button
                    type="button"
                    className={count === 0 ? 'none' : ''}
                    aria-pressed={isChosen}
                    title={counted(count, '{0} text', '{0} texts')}
                    aria-label={t`${labels[truth] ?? ''} answered as ${labels[answer] ?? ''}: ${text}`}
                    style={{
                      background: `color-mix(in srgb, var(${tone}) ${Math.round((part ?? 0) * 45)}%, transparent)`,
                    }}
                    onClick={() => onChoose(isChosen ? null : { truth, answer })}
                  >
                    {text}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
