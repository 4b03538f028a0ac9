import type { Executor } from '../executors/index.ts';
import { openRunStore } from '../runs/openRunStore.ts';
import type { RunHandle, RunStore } from '../runs/types.ts';
import { badArguments } from './command.ts';

const EXECUTORS = ['auto', 'onnx', 'tfjs'] as const;

export function executorName(given: string | undefined): (typeof EXECUTORS)[number] {
  const name = EXECUTORS.find((known) => known === (given ?? 'auto'));
  if (name === undefined)
    throw badArguments(`There is no executor "${given}". Choose one of ${EXECUTORS.join(', ')}.`);
  return name;
}

/** Opens store and run, and closes both after `use`. */
export async function withRun<T>(
  idOrPath: string,
  use: (run: RunHandle, store: RunStore) => Promise<T>,
): Promise<T> {
  const store = openRunStore();
  try {
    const run = store.open(idOrPath);
    try {
      return await use(run, store);
    } finally {
      run.close();
    }
  } finally {
    store.close();
  }
}

/** Disposes of the executor after `use`. */
export async function withExecutor<T>(
  created: Promise<Executor>,
  use: (executor: Executor) => Promise<T>,
): Promise<T> {
  const executor = await created;
  try {
    return await use(executor);
  } finally {
    executor.dispose();
  }
}
