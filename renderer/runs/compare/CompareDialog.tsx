import { useMemo } from 'react';
import type { NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { nodeTitle } from '../../canvas/ports.ts';
import { openDialog } from '../../dialogs/dialogs.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { type OpenedRun, useComparedRuns } from './comparedRuns.ts';
import { DocumentDiff } from './DocumentDiff.tsx';
import { NumbersTable } from './NumbersTable.tsx';
import { OverlayChart } from './OverlayChart.tsx';
import './compare.css';

/** A name for each run that tells it from the others. */
function titlesOf(runs: readonly OpenedRun[]): ReadonlyMap<string, string> {
  return new Map(
    runs.map((run) => {
      const twins = runs.filter(({ name, seed }) => name === run.name && seed === run.seed);
      const place = twins.length > 1 ? ` · ${run.id.slice(-4)}` : '';
      return [run.id, `${run.name === '' ? t`Untitled` : run.name} · ${t`seed ${run.seed}`}${place}`];
    }),
  );
}

/** Runs side by side: their curves, their last numbers, and how their documents differ. */
export function CompareDialog({ runIds }: { readonly runIds: readonly string[] }) {
  const { runs, error } = useComparedRuns(runIds);
  const titles = useMemo(() => titlesOf(runs ?? []), [runs]);
  const name = (id: string): string => {
    const node = runs?.map(({ document }) => document?.nodes[id as NodeId]).find((one) => one != null); // looked up
    return node == null ? id : nodeTitle(node);
  };
  return (
    <Dialog
      title={counted(runIds.length, 'Compare {0} run', 'Compare {0} runs')}
      size="large"
      footer={
        <button type="button" className="btn" onClick={() => openDialog({ kind: 'run-history' })}>
          {t`Choose other runs`}
        </button>
      }
    >
      <div className="compare">
        {error !== null && (
          <p className="form-error" role="alert">
            {error}
          </p>
        )}
        {runs === null ? (
          <div className="empty">{t`Reading the runs…`}</div>
        ) : (
          <>
            <OverlayChart runs={runs} titles={titles} name={name} />
            <NumbersTable runs={runs} titles={titles} />
            <DocumentDiff runs={runs} titles={titles} />
          </>
        )}
      </div>
    </Dialog>
  );
}
