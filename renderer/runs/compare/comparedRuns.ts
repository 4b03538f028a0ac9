import { useEffect, useState } from 'react';
import type { ComparedRun } from '#engine/compare/finalNumbers.ts';
import type { RunId } from '#engine/core/brand.ts';
import { toShuuraiError } from '#engine/core/errors.ts';
import { parseDocument } from '#engine/document/parse.ts';
import type { Series } from '#engine/protocol/api/measured.ts';
import type { RunSummary } from '#engine/protocol/api/runs.ts';
import { engine } from '../../engine/client.ts';

/** Points of a line: more than the chart is wide. */
const POINTS = 1200;

export interface OpenedRun extends ComparedRun {
  readonly createdAt: number;
  readonly state: RunSummary['state'];
  /** Names of all series it has. */
  readonly series: ReadonlySet<string>;
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
    engine.request('runs.series', { runId, names: ['*'], maxPoints: 2 }),
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
    series: new Set(series.map((one) => one.name)),
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

/** One series of each run that has it, by run; read again when the runs are. */
export function useSeriesOf(
  runs: readonly OpenedRun[],
  name: string | undefined,
): ReadonlyMap<string, Series> {
  const [read, setRead] = useState<ReadonlyMap<string, Series>>(new Map());
  useEffect(() => {
    if (name === undefined) return;
    let gone = false;
    const having = runs.filter(({ series }) => series.has(name));
    const asked = having.map(({ id }) =>
      engine.request('runs.series', { runId: id, names: [name], maxPoints: POINTS }),
    );
    Promise.all(asked).then(
      (answers) => {
        if (gone) return;
        const found = answers.map(([series], at) => [having[at]?.id ?? '', series] as const);
        setRead(
          new Map(found.flatMap(([id, series]) => (series === undefined ? [] : [[id, series] as const]))),
        );
      },
      () => undefined, // a run that was deleted meanwhile: the list of runs says so
    );
    return () => {
      gone = true;
    };
  }, [runs, name]);
  return read;
}
