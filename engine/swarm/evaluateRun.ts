import { ShuuraiError } from '#engine/core/errors.ts';
import { readLabelled } from '#engine/data/readLabelled.ts';
import type { Executor } from '#engine/executors/executor.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { type LoadedSwarm, loadStoredSwarm } from './storedSwarm.ts';
import type { RunEvaluation } from './types.ts';

/**
 * The run's swarm, as of its newest checkpoint, on the rows of a file, read as its first dataset was. Throws
 * `data-unreadable` where the file cannot be read, `conflict` where the swarm refuses to answer.
 */
export async function evaluateRun(run: RunHandle, executor: Executor, path: string): Promise<RunEvaluation> {
  const loaded = await loadStoredSwarm(run, executor);
  try {
    const { plan } = loaded.swarm;
    const source = plan.datasets[0]?.source ?? null;
    const { examples } = await readLabelled(path, loaded.encoding, { source });
    const evaluation = await evaluate(loaded.swarm, loaded.answerer, examples, loaded.voices);
    if (evaluation === null) throw new ShuuraiError('internal', 'The evaluation ended without a result.');
    return report(loaded, evaluation, examples.size);
  } finally {
    await loaded.dispose();
  }
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function report(
  { swarm, encoding, voices }: LoadedSwarm,
  evaluation: Evaluation,
  examples: number,
): RunEvaluation {
  const { plan } = swarm;
  const answer = evaluation.swarm;
  if (answer === null) {
    throw new ShuuraiError(
      'conflict',
      'The swarm refuses to answer: too few of its fish live in the newest checkpoint. Revive fish and go on with the run, or lower the quorum.',
    );
  }
  const live = plan.fish.flatMap(({ id }, i) => {
    const score = evaluation.fish[i];
    return score == null ? [] : [{ id, score }];
  });
  if (answer.task === 'classification') {
    const fish = live.map(({ id, score }) => ({ id, accuracy: score.accuracy }));
    const accuracies = new Map(fish.map(({ id, accuracy }) => [id as string, accuracy]));
    return {
      type: 'eval',
      examples,
      swarm: {
        accuracy: answer.accuracy,
        macroF1: answer.macroF1,
        f1: Object.fromEntries(encoding.labels.map((label, c) => [label, nanToZero(answer.f1[c])])),
        loss: answer.loss,
      },
      fish: plan.fish.map(({ id }, i) => ({
        id,
        accuracy: accuracies.get(id) ?? null,
        alive: voices.alive[i] === 1,
      })),
      bestFish: fish.toSorted((a, b) => b.accuracy - a.accuracy)[0] ?? null,
      meanFish: fish.length === 0 ? null : { accuracy: mean(fish.map(({ accuracy }) => accuracy)) },
    };
  }
  const fish = live.map(({ id, score }) => ({ id, loss: score.loss, perplexity: Math.exp(score.loss) }));
  const scores = new Map(fish.map((one) => [one.id as string, one]));
  const meanLoss = mean(fish.map(({ loss }) => loss));
  return {
    type: 'eval',
    examples,
    swarm: { loss: answer.loss, perplexity: answer.perplexity },
    fish: plan.fish.map(({ id }, i) => ({
      id,
      loss: scores.get(id)?.loss ?? null,
      perplexity: scores.get(id)?.perplexity ?? null,
      alive: voices.alive[i] === 1,
    })),
    bestFish: fish.toSorted((a, b) => a.loss - b.loss)[0] ?? null,
    meanFish: fish.length === 0 ? null : { loss: meanLoss, perplexity: Math.exp(meanLoss) },
  };
}

/** A class that is neither true nor answered anywhere was not found: 0, as scikit-learn has it. */
const nanToZero = (value: number | undefined): number =>
  value === undefined || Number.isNaN(value) ? 0 : value;
