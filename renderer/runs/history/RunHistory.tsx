import { useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { counted, t } from '#engine/core/text.ts';
import { openDialog } from '../../dialogs/dialogs.ts';
import { Empty } from '../../ui/Empty.tsx';
import { formatCount, formatScaled } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { QueueButton } from '../queue/QueueButton.tsx';
import { changeQuery, PAGE, useHistory } from './historyStore.ts';
import { RunDetails } from './RunDetails.tsx';
import { RunFilters } from './RunFilters.tsx';
import { RunTable } from './RunTable.tsx';
import { useRunPage } from './useRunPage.ts';
import './history.css';

interface RunHistoryProps {
  /** The run shown with the active document. */
  readonly shown: RunId | null;
  readonly place: 'panel' | 'dialog';
}

/** Every kept run of every swarm: found, labelled, opened, compared, run again, deleted. */
export function RunHistory({ shown, place }: RunHistoryProps) {
  const query = useHistory((state) => state.query);
  const { page, error } = useRunPage(query);
  const [problem, setProblem] = useState<string | null>(null);
  const act = (work: Promise<unknown>): void => {
    setProblem(null);
    work.catch((thrown: unknown) => setProblem(toShuuraiError(thrown).message));
  };
  if (page?.all === 0)
    return (
      <Empty icon="history" title={t`No run yet`}>
        {t`Every run is kept here with its document, seed and charts, to be opened, resumed and compared.`}
      </Empty>
    );
  const said = problem ?? error;
  return (
    <div className="run-history">
      <div className="history-main">
        <div className="history-top">
          <RunFilters page={page} />
          <QueueButton />
          {place === 'panel' && (
            <button
              type="button"
              className="btn quiet icon small"
              aria-label={t`Show all runs in a large window`}
              title={t`Show all runs in a large window`}
              onClick={() => openDialog({ kind: 'run-history' })}
            >
              <Icon name="fit" size={14} />
            </button>
          )}
        </div>
        {said !== null && (
          <p className="form-error" role="alert">
            {said}
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="history-scroll" aria-label={t`Runs`} tabIndex={0}>
          {page !== null &&
            (page.runs.length === 0 ? (
              <Empty icon="search" title={t`No run fits`}>
                {t`None of the kept runs has these words, this state, swarm and tag.`}
              </Empty>
            ) : (
              <RunTable runs={page.runs} shown={shown} onProblem={act} />
            ))}
        </section>
        <footer className="history-foot">
          {page !== null && (
            <>
              <span>
                {counted(page.all, '{0} run', '{0} runs', formatCount)} ·{' '}
                {t`${formatScaled(page.bytes, 'B')} on disk`}
                {page.found !== page.all && ` · ${t`${formatCount(page.found)} shown`}`}
              </span>
              {page.found > PAGE && (
                <Pager offset={query.offset} found={page.found} count={page.runs.length} />
              )}
            </>
          )}
        </footer>
      </div>
      <RunDetails runs={page?.runs ?? []} tags={page?.tags ?? []} act={act} />
    </div>
  );
}

interface PagerProps {
  readonly offset: number;
  readonly found: number;
  readonly count: number;
}

function Pager({ offset, found, count }: PagerProps) {
  return (
    <nav className="history-pager" aria-label={t`Pages of runs`}>
      <button
        type="button"
        className="btn quiet small"
        disabled={offset === 0}
        onClick={() => changeQuery({ offset: Math.max(0, offset - PAGE) })}
      >
        {t`Previous page`}
      </button>
      <span className="num">
        {t`${formatCount(offset + 1)}–${formatCount(offset + count)} of ${formatCount(found)}`}
      </span>
      <button
        type="button"
        className="btn quiet small"
        disabled={offset + count >= found}
        onClick={() => changeQuery({ offset: offset + PAGE })}
      >
        {t`Next page`}
      </button>
    </nav>
  );
}
