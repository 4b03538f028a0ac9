import type { Executor } from '#engine/executors/executor.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { predictTexts } from './predictTexts.ts';
import { loadStoredSwarm } from './storedSwarm.ts';
import type { PredictOptions, Predictor } from './types.ts';

/** Loads document, tokenizer and newest checkpoint from the run's folder; needs no training data. */
export async function openPredictor(run: RunHandle, executor: Executor): Promise<Predictor> {
  const loaded = await loadStoredSwarm(run, executor);
  return {
    labels: loaded.encoding.labels,
    task: loaded.encoding.task,
    round: loaded.round,
    predict: (texts, options) => predictTexts(loaded, texts, options),
    dispose: () => loaded.dispose(),
  };
}

/** `openPredictor`, one question, `dispose`. */
export async function predictRun(
  run: RunHandle,
  executor: Executor,
  texts: readonly string[],
  options?: PredictOptions,
): Promise<readonly Prediction[]> {
  const predictor = await openPredictor(run, executor);
  try {
    return await predictor.predict(texts, options);
  } finally {
    await predictor.dispose();
  }
}
