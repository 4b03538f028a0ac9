import { useEffect, useState } from 'react';
import type { ComparedRun } from '#engine/compare/finalNumbers.ts';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { parseDocument } from '#engine/document/parse.ts';
import type { RunSummary, Series } from '#engine/protocol/api.ts';
import { engine } from '../../engine/client.ts';

/** Points of a line: more than the chart is wide. */
const POINTS = 1200;
const SERIES = ['swarm/*', 'run/*', 'node/*'];

export interface OpenedRun extends ComparedRun {
  readonly createdAt: number;
  readonly state: RunSummary['state'];
  readonly series: ReadonlyMap<string, Series>;
}

interface Opened {
  readonly runs: readonly OpenedRun[] | null;
  /** Why some are missing. */
  readonly error: string | null;
}

async function open(id: string): Promise<OpenedRun> {
  const runId = id as RunId; // came from the engine's own list
  const [detail, series] = await Promise.all([
    engine.request('runs.get', { runId }),
    engine.request('runs.series', { runId, names: SERIES, maxPoints: POINTS }),
  ]);
  const parsed = parseDocument(detail.document);
  const { name, seed, metrics, createdAt, state } = detail;
  return {
    id,
    name,
    seed,
    metrics,
    createdAt,
    state,
    document: parsed.ok ? parsed.document : null,
    series: new Map(series.map((one) => [one.name, one])),
  };
}

/** Documents, last numbers and series of runs, in the order asked for, read again when runs change. */
export function useComparedRuns(ids: readonly string[]): Opened {
  const [opened, setOpened] = useState<Opened>({ runs: null, error: null });
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const results = await Promise.allSettled(ids.map(open));
      if (gone) return;
      const failed = results.find((result) => result.status === 'rejected');
      setOpened({
        runs: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
        error: failed === undefined ? null : toShuuraiError(failed.reason).message,
      });
    };
    void read();
    const stop = engine.onRunsChanged(() => void read());
    return () => {
      gone = true;
      stop();
    };
  }, [ids]);
  return opened;
}
