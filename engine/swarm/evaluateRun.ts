import { ShuuraiError } from '#engine/core/errors.ts';
import { readLabelled } from '#engine/data/readLabelled.ts';
import type { Executor } from '#engine/executors/executor.ts';
import type { RunHandle } from '#engine/runs/types.ts';
import { randomStream } from '../core/random.ts';
import { t } from '../core/text.ts';
import type { EncodedExamples } from '../data/types.ts';
import { answerTable } from './answerTable.ts';
import { coalitionQuality, whyNotAdded } from './deciding/leaveOneOut.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { shapley } from './metrics/shapley.ts';
import { type LoadedSwarm, loadStoredSwarm } from './storedSwarm.ts';
import type { RunEvaluation, ShapleyValues } from './types.ts';

/**
 * The run's swarm, as of its newest checkpoint, on the rows of a file, read as its first dataset was. Throws
 * `data-unreadable` where the file cannot be read, `conflict` where the swarm refuses to answer. With `shapley` the
 * contribution of each live fish too, over so many random orders; `conflict` where it does not follow from their answers.
 */
export async function evaluateRun(
  run: RunHandle,
  executor: Executor,
  path: string,
  { shapley: orders = 0 }: { readonly shapley?: number } = {},
): Promise<RunEvaluation> {
  const loaded = await loadStoredSwarm(run, executor);
  try {
    const { plan } = loaded.swarm;
    const source = plan.datasets[0]?.source ?? null;
    const { examples } = await readLabelled(path, loaded.encoding, { source });
    const evaluation = await evaluate(loaded.swarm, loaded.answerer, examples, loaded.voices, {
      deadToo: true,
    });
    if (evaluation === null) throw new ShuuraiError('internal', t`The evaluation ended without a result.`);
    const result = report(loaded, evaluation, examples.size);
    return orders === 0 ? result : { ...result, shapley: await contributions(loaded, examples, orders) };
  } finally {
    await loaded.dispose();
  }
}

async function contributions(
  { swarm, answerer, voices, state }: LoadedSwarm,
  examples: EncodedExamples,
  orders: number,
): Promise<ShapleyValues> {
  const { plan } = swarm;
  const table = await answerTable(swarm, answerer, examples, voices);
  const quality = coalitionQuality(plan, table, state);
  if (quality === null) throw new ShuuraiError('conflict', whyNotAdded());
  const living = plan.fish.flatMap(({ id }, i) => (voices.alive[i] === 1 ? [id] : []));
  const values = shapley(
    living,
    (set) => quality((id) => set.has(id)),
    orders,
    randomStream(plan.run.seed, 'shapley', 'eval'),
  );
  return { orders, fish: [...values].map(([id, value]) => ({ id, value })) };
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
      t`The swarm refuses to answer: too few of its fish live in the newest checkpoint. Revive fish and go on with the run, or lower the quorum.`,
    );
  }
  const fish = plan.fish.map(({ id }, i) => ({
    id,
    alive: voices.alive[i] === 1,
    score: evaluation.fish[i]!,
  }));
  const live = fish.filter(({ alive }) => alive);
  if (answer.task === 'classification') {
    const scores = live.map(({ id, score }) => ({ id, accuracy: score.accuracy }));
    return {
      type: 'eval',
      examples,
      swarm: {
        accuracy: answer.accuracy,
        macroF1: answer.macroF1,
        f1: Object.fromEntries(encoding.labels.map((label, c) => [label, nanToZero(answer.f1[c])])),
        loss: answer.loss,
      },
      fish: fish.map(({ id, score, alive }) => ({ id, accuracy: score.accuracy, alive })),
      bestFish: scores.toSorted((a, b) => b.accuracy - a.accuracy)[0] ?? null,
      meanFish: scores.length === 0 ? null : { accuracy: mean(scores.map(({ accuracy }) => accuracy)) },
    };
  }
  const scores = live.map(({ id, score }) => ({ id, ...language(score.loss) }));
  return {
    type: 'eval',
    examples,
    swarm: language(answer.loss),
    fish: fish.map(({ id, score, alive }) => ({ id, ...language(score.loss), alive })),
    bestFish: scores.toSorted((a, b) => a.loss - b.loss)[0] ?? null,
    meanFish: scores.length === 0 ? null : language(mean(scores.map(({ loss }) => loss))),
  };
}

const language = (loss: number): { loss: number; perplexity: number } => ({
  loss,
  perplexity: Math.exp(loss),
});

/** A class that is neither true nor answered anywhere was not found: 0, as scikit-learn has it. */
const nanToZero = (value: number | undefined): number =>
  value === undefined || Number.isNaN(value) ? 0 : value;
