import { lower } from '#engine/compile/lower.ts';
import { applySet } from '#engine/document/applySet.ts';
import { templateWith } from '#engine/document/templateWith.testing.ts';
import { runsRoot } from '#engine/runs/home.ts';
import { openRunStore } from '#engine/runs/openRunStore.ts';
import { newRun } from '#engine/swarm/newRun.ts';

/** The round in which the swarm's loss is this high, once: a chart that shows it has lost nothing. */
export const SPIKE = { share: 0.4, loss: 7.5 } as const;

/**
 * Keeps a finished run of the distributed template with about `points` metric points, written through the store as a run
 * writes them. Returns its id.
 */
export async function keepManyPoints(home: string, points: number): Promise<string> {
  const template = templateWith('distributed', {});
  const fish = lower(template).fish;
  const series = 3 + 3 * fish.length;
  const rounds = Math.ceil(points / series);
  const document = applySet(template, 'run.rounds', String(rounds));
  const store = openRunStore(runsRoot(home));
  const run = store.create({ ...newRun(document), name: 'Very long' });
  run.append(0, 0, {
    type: 'started',
    seed: 1,
    executor: 'onnx',
    threads: 1,
    engineVersion: '0.1.0',
    rounds,
    stepsPerRound: 10,
    task: 'classification',
    labels: ['negative', 'positive'],
    bestAccuracy: null,
    fish: fish.map(({ id, nodeId, name, school }) => ({
      id,
      nodeId,
      name,
      school,
      parameters: 1000,
      examples: 100,
    })),
    cost: {
      fish: fish.length,
      parameters: 1000 * fish.length,
      flopsPerStep: 1,
      stepsPerRound: 10,
      secondsPerRound: null,
      memoryBytes: 1,
      messageBytesPerRound: 0,
      schools: 1,
      programs: 2,
    },
    notes: [],
    resumedFrom: 0,
  });
  run.append(0, 0, { type: 'state', state: 'running' });
  const spike = Math.floor(SPIKE.share * rounds);
  for (let round = 1; round <= rounds; round += 1) {
    const noise = (phase: number): number =>
      0.04 * Math.sin(round * 1.7 + phase) + 0.03 * Math.sin(round * 0.013 + phase);
    const loss = 0.3 + 0.6 * Math.exp((-6 * round) / rounds);
    const values: Record<string, number> = {
      'swarm/loss': round === spike ? SPIKE.loss : loss + noise(0) / 2,
      'swarm/accuracy': 1 - loss / 2 + noise(1) / 4,
      'run/examplesPerSecond': 4000 + 800 * noise(2),
    };
    fish.forEach(({ id }, at) => {
      values[`fish/${id}/loss`] = loss + 0.08 + noise(at);
      values[`fish/${id}/trainLoss`] = loss + noise(at + 9);
      values[`fish/${id}/accuracy`] = 0.96 - loss / 2 + noise(at) / 2;
    });
    run.append(round, round * 20, { type: 'metrics', step: round * 10, values });
    if (round % Math.ceil(rounds / 9) === 0) {
      run.append(round, round * 20, { type: 'fish', fish: fish[0]!.id, state: 'dead', cause: 'fault' });
      run.append(round, round * 20, {
        type: 'fish',
        fish: fish[0]!.id,
        state: 'running',
        cause: 'fault ended',
      });
    }
    // A transaction ends with the synchronous code.
    if (round % 500 === 0) await Promise.resolve();
  }
  run.update({ state: 'finished', round: rounds });
  run.append(rounds, rounds * 20, { type: 'state', state: 'finished' });
  run.close();
  store.close();
  return run.id;
}
