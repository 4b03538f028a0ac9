import type { NodeId } from '#engine/core/brand.ts';
import { t, withinSentence } from '#engine/core/text.ts';
import type { SwarmNode } from '#engine/document/schema.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';
import { useNodeRun } from '../nodeSight.ts';
import { BodyRow } from './BodyRow.tsx';
import { SourceBars } from './SourceBars.tsx';
import { type Part, sourceParts } from './sourceParts.ts';

/** The parameter that says how it decides, and the word before it. */
const RULES: Readonly<Record<string, readonly [word: string, param: string]>> = {
  average: [t`mean of`, 'of'],
  weighted: [t`weights by`, 'by'],
  vote: [t`ties to`, 'ties'],
  robust: [t`method`, 'by'],
  gate: [t`gate`, 'mode'],
  stacking: [t`ridge`, 'ridge'],
};

/** Numbers of their own that some aggregators publish. */
const EXTRAS: Readonly<Record<string, readonly (readonly [word: string, metric: string])[]>> = {
  gate: [[t`entropy`, 'gateEntropy']],
  stacking: [[t`loss, tuning`, 'fitLoss']],
};

/** What an aggregator decides and whom it trusts; before a run, its rule. */
export function AggregatorBody({ id, node }: { id: NodeId; node: SwarmNode }) {
  const accuracy = useNodeRun((run) => run.latest[`node/${id}/accuracy`]);
  const loss = useNodeRun((run) => run.latest[`node/${id}/perplexity`] ?? run.latest[`node/${id}/loss`]);
  // As text, so that equal weights are the same. Who decides text by text has parts in place of weights.
  const text = useNodeRun((run) => {
    const weights = sourceParts(run, id, 'weight');
    return JSON.stringify(weights.length > 0 ? weights : sourceParts(run, id, 'part'));
  });
  const parts = JSON.parse(text ?? '[]') as readonly Part[]; // written in the line above
  const rule = RULES[node.kind];
  return (
    <>
      {rule !== undefined && <BodyRow label={rule[0]}>{optionOf(node, rule[1])}</BodyRow>}
      <SourceBars parts={parts} what={t`Weights`} />
      {(EXTRAS[node.kind] ?? []).map(([word, metric]) => (
        <Extra key={metric} id={id} word={word} metric={metric} />
      ))}
      {(accuracy !== undefined || loss !== undefined) && (
        <BodyRow label={accuracy === undefined ? t`loss` : t`accuracy`}>
          {accuracy === undefined ? formatValue(loss) : formatPercent(accuracy)}
        </BodyRow>
      )}
    </>
  );
}

function Extra({ id, word, metric }: { id: NodeId; word: string; metric: string }) {
  const value = useNodeRun((run) => run.latest[`node/${id}/${metric}`]);
  return value === undefined ? null : <BodyRow label={word}>{formatValue(value)}</BodyRow>;
}

/** A parameter as the inspector words it. */
function optionOf(node: SwarmNode, name: string): string {
  const kind = kindOf(node.kind);
  const parsed = kind?.schema.safeParse(node.params);
  const value = parsed?.success === true ? parsed.data[name] : node.params[name];
  return withinSentence(kind?.fields[name]?.options?.[String(value)] ?? String(value ?? '–'));
}
