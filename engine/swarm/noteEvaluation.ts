import type { SwarmPlan } from '#engine/compile/plan.ts';
import { sourceId } from '#engine/compile/sources.ts';
import { nodeSeries, swarmSeries } from '#engine/protocol/series.ts';
import { t } from '../core/text.ts';
import type { Body } from './body.ts';
import type { Evaluation } from './evaluate.ts';
import type { LoopState } from './loopState.ts';
import type { Recorder } from './recorder.ts';
import { noteResult } from './stopRule.ts';
import type { Voices } from './voices.ts';

/** How much each adaptive aggregator listens to each of its sources now. */
export function weightMetrics(
  plan: SwarmPlan,
  { hearing }: LoopState,
  { weights }: Voices,
): Record<string, number> {
  const values: Record<string, number> = {};
  for (const { nodeId, inputs } of plan.aggregators) {
    if (hearing[nodeId] === undefined) continue;
    weights.get(nodeId)?.forEach((weight, k) => {
      values[nodeSeries(nodeId, `weight/${sourceId(inputs[k]!)}`)] = weight;
    });
  }
  return values;
}

/** What the run keeps of an evaluation: what passed its probes, the swarm's figures, and where its stop rule stands. */
export function noteEvaluation(
  { body, state, recorder }: { readonly body: Body; readonly state: LoopState; readonly recorder: Recorder },
  evaluation: Evaluation,
  values: Readonly<Record<string, number>>,
): void {
  const { plan, regimes } = body;
  const { labels, validation } = regimes.view(state.round);
  for (const { nodeId, messages } of evaluation.probes) {
    const examples = messages.map(({ row, label, confidence }) => ({
      text: validation.text(row),
      label: labels[label] ?? '',
      confidence,
    }));
    recorder.emit({ type: 'probe', nodeId, examples });
  }
  state.metrics = Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith('swarm/')));
  const refuses = evaluation.swarm === null;
  if (refuses && !state.refusing) {
    recorder.emit({
      type: 'warning',
      message: t`The swarm refuses to answer: too few of its fish live. Revive fish, or lower the quorum.`,
    });
  }
  state.refusing = refuses;
  const result = values[swarmSeries(plan.goal.metric)];
  if (result !== undefined) noteResult(plan.goal, state.stop, result);
}
