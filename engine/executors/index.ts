import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import type { Executor, ExecutorName } from './executor.ts';

export type { Executable, Executor, ExecutorName, Inputs, Outputs, TensorState } from './executor.ts';

export interface ExecutorOptions {
  /** Threads inside one operation. Without it the executor measures which number is fastest. */
  readonly threads?: number;
}

export interface ExecutorListing {
  readonly name: ExecutorName;
  readonly available: boolean;
  /** What computes, or why it cannot. */
  readonly description: string;
}

/** Fastest first: on a school of 8 fish onnx takes a small part of the time of tfjs (docs/performance.md). */
const NAMES: readonly ExecutorName[] = ['onnx', 'tfjs'];

/** The libraries are imported here and not above, so that one that cannot load leaves the others usable. */
async function create(name: ExecutorName, options: ExecutorOptions): Promise<Executor> {
  if (name === 'onnx') {
    const { OnnxExecutor } = await import('./onnx/executor.ts');
    return OnnxExecutor.create(options);
  }
  if (name === 'tfjs') {
    const { TfjsExecutor } = await import('./tfjs/executor.ts');
    return TfjsExecutor.create();
  }
  throw new Error(t`There is no executor of that name; there are ${NAMES.join(' and ')}.`);
}

const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

function unavailable(name: string, thrown: unknown): ShuuraiError {
  return new ShuuraiError(
    'executor-unavailable',
    t`The executor "${name}" cannot be used here: ${reasonOf(thrown)} Choose another one, or "auto".`,
    { cause: thrown, details: { executor: name } },
  );
}

/**
 * The executor of that name, or with 'auto' the fastest that loads.
 * Throws ShuuraiError 'executor-unavailable' with the reason.
 */
export async function createExecutor(
  name: ExecutorName | 'auto',
  options: ExecutorOptions = {},
): Promise<Executor> {
  if (name !== 'auto') {
    return create(name, options).catch((thrown: unknown) => {
      throw unavailable(name, thrown);
    });
  }
  const reasons: string[] = [];
  for (const candidate of NAMES) {
    try {
      return await create(candidate, options);
    } catch (thrown) {
      reasons.push(`${candidate}: ${reasonOf(thrown)}`);
    }
  }
  throw unavailable('auto', new Error(reasons.join('; ')));
}

/** Every executor and whether it loads on this machine. Loads them; does not measure. */
export async function listExecutors(): Promise<ExecutorListing[]> {
  return Promise.all(
    NAMES.map(async (name): Promise<ExecutorListing> => {
      try {
        const executor = await create(name, { threads: 1 });
        const { description } = executor;
        executor.dispose();
        return { name, available: true, description };
      } catch (thrown) {
        return { name, available: false, description: reasonOf(thrown) };
      }
    }),
  );
}
