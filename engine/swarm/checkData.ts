import { resolve } from 'node:path';
import type { SwarmPlan } from '#engine/compile/plan.ts';
import { ShuuraiError } from '#engine/core/errors.ts';
import { checkFiles, type DataProblem } from '#engine/data/checkFiles.ts';
import { prepareForPlan, sharesOf } from './prepareSwarm.ts';

/**
 * Opens the data files of a swarm as a run does before it trains: whether they and their columns are there, every row can be read,
 * labels of training and validation fit each other, and the rows can be divided among the fish. Nothing is kept. A swarm
 * without data files has no such problems.
 */
export async function checkData(plan: SwarmPlan, baseFolder: string): Promise<readonly DataProblem[]> {
  const files = plan.datasets.filter(({ source }) => source.kind === 'file');
  const [first] = files;
  if (first === undefined) return [];
  const locate = (path: string): string => (path === '' ? '' : resolve(baseFolder, path));
  const found = (await Promise.all(files.map((dataset) => checkFiles(dataset, plan.task, locate)))).flat();
  if (found.some(({ severity }) => severity === 'error')) return found;
  const about = (nodeId: DataProblem['nodeId']) => {
    const dataset = files.find((one) => one.nodeId === nodeId) ?? first;
    const file = dataset.source.kind === 'file' ? dataset.source.path : '';
    return { nodeId: dataset.nodeId, path: `nodes.${dataset.nodeId}.params.path`, file, line: null };
  };
  try {
    const prepared = await prepareForPlan(plan, baseFolder);
    sharesOf(plan, prepared, plan.run.seed);
    const notes = prepared.notes.map((message) => ({
      severity: 'warning' as const,
      ...about(first.nodeId),
      message,
    }));
    // That rows are left out was said of each.
    return found.length > 0 ? found : notes;
  } catch (thrown) {
    const isAboutData =
      thrown instanceof ShuuraiError &&
      (thrown.code === 'data-unreadable' || thrown.code === 'invalid-document');
    if (!isAboutData) throw thrown;
    const named = files.find(({ nodeId }) => nodeId === thrown.details.nodeId) ?? first;
    return [...found, { severity: 'error', ...about(named.nodeId), message: thrown.message }];
  }
}
