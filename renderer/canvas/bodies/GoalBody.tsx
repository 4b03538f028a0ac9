import { t } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import type { LiveRun } from '../../live/liveRun.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';

interface GoalValue {
  readonly metric: string;
  readonly higherIsBetter: boolean;
}

function goalMetric(params: SwarmNode['params']): GoalValue {
  const metric =
    params.metric === 'auto' || params.metric === undefined
      ? params.task === 'language-modelling'
        ? 'perplexity'
        : 'accuracy'
      : String(params.metric);
  return { metric, higherIsBetter: metric === 'accuracy' || metric === 'macroF1' };
}

const read = (run: LiveRun, metric: string): number | undefined => run.latest[`swarm/${metric}`];

const METRIC_WORDS: Readonly<Record<string, string>> = {
  accuracy: t`accuracy`,
  macroF1: t`macro F1`,
  loss: t`loss`,
  perplexity: t`perplexity`,
};

/** What the whole swarm reaches, and what it should. */
export function GoalBody({ node }: { node: SwarmNode }) {
  const { metric, higherIsBetter } = goalMetric(node.params);
  const value = useNodeRun((run) => read(run, metric));
  const target = typeof node.params.target === 'number' ? node.params.target : null;
  const show = (number: number | undefined | null): string =>
    higherIsBetter ? formatPercent(number) : formatValue(number);
  const reached =
    target !== null && value !== undefined && (higherIsBetter ? value >= target : value <= target);
  const label = METRIC_WORDS[metric] ?? metric;
  return (
    <>
      <div className="row">
        <span>{label}</span>
        <span
          className={
            value === undefined ? 'num' : `pill ${target !== null && !reached ? 'warn' : 'ok'} num-pill`
          }
        >
          {show(value)}
        </span>
      </div>
      {target !== null && (
        <div className="row">
          <span>{t`target`}</span>
          <span className="num">{show(target)}</span>
        </div>
      )}
    </>
  );
}
