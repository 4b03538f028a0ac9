import { ShuuraiError } from '#engine/core/errors.ts';
import { createExecutor, type Executor, type ExecutorName } from '#engine/executors/index.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { executorOf } from './runFiles.ts';

export interface ExecutorWish {
  /** Go on from a checkpoint. */
  readonly resume: boolean;
  /** What the document says. */
  readonly name: ExecutorName | 'auto';
  /** Threads of a run that begins; null or absent: as measured. */
  readonly threads?: number | null;
}

/**
 * The executor a run computes with; the caller disposes of it. A resumed run gets the one, and the number of threads,
 * it began with, since only those give the same numbers; where that one no longer loads, what the document says, and
 * the run warns of the difference.
 *
 * @throws ShuuraiError `executor-unavailable`; `conflict` where the files of the run are damaged
 */
export async function executorForRun(
  run: RunHandle,
  { resume, name, threads = null }: ExecutorWish,
): Promise<Executor> {
  const began = resume ? executorOf(run) : null;
  if (began === null) return createExecutor(name, threads === null ? {} : { threads });
  try {
    return await createExecutor(began.name, { threads: began.threads });
  } catch (thrown) {
    if (thrown instanceof ShuuraiError && thrown.code === 'executor-unavailable') return createExecutor(name);
    throw thrown;
  }
}
