import { fishSeries } from '#engine/protocol/series.ts';
import { type LoopState, noSums } from './loopState.ts';

/** A point of the training curves: means since the last one, which begin anew. */
export function takePoint(state: LoopState): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [id, life] of Object.entries(state.fish)) {
    if (life.point.steps > 0) values[fishSeries(id, 'trainLoss')] = life.point.loss / life.point.steps;
    life.point = noSums();
  }
  return values;
}

/** Means over the round's local steps, which begin anew. Nothing of fish that took none. */
export function takeRound(state: LoopState): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [id, life] of Object.entries(state.fish)) {
    const { steps, loss, accuracy, gradNorm, tokens } = life.round;
    life.round = noSums();
    life.point = noSums();
    if (steps === 0) continue;
    values[fishSeries(id, 'trainLossRound')] = loss / steps;
    values[fishSeries(id, 'trainAccuracy')] = accuracy / steps;
    values[fishSeries(id, 'gradNorm')] = gradNorm / steps;
    values[fishSeries(id, 'learningRate')] = life.lastRate;
    values[fishSeries(id, 'tokens')] = tokens;
  }
  return values;
}
