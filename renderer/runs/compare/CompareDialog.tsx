import { useMemo } from 'react';
import type { LinkId, NodeId } from '#engine/core/brand.ts';
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
    const [nodeId = id, place] = id.split(':'); // a fish of a school is called after its node
    for (const { document } of runs ?? []) {
      const node = document?.nodes[nodeId as NodeId]; // only looked up
      if (node !== undefined) return place === undefined ? nodeTitle(node) : `${nodeTitle(node)} ${place}`;
      const link = document?.links[id as LinkId]; // only looked up
      if (link !== undefined) return `${name(link.from.node)} → ${name(link.to.node)}`;
    }
    return id;
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
