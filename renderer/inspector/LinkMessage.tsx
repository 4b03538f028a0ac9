import { useEffect } from 'react';
import type { NodeId, RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import type { PortType } from '#engine/nodes/kind.ts';
import { useActiveDocument } from '../documents/store.ts';
import { fishOfNode } from '../live/runFish.ts';
import { useRun } from '../live/runStore.ts';
import { useRunSlowly } from '../live/useRunSlowly.ts';
import { useRequest } from '../runs/useRequest.ts';
import { formatPercent, formatScaled, formatValue } from '../ui/format.ts';

interface LinkMessageProps {
  readonly runId: RunId;
  readonly from: NodeId;
  readonly type: PortType;
  readonly messageBytes: number | null;
}

/** Milliseconds between two looks at a running swarm. */
const PERIOD = 2500;
const MOST = 3;

/** What a message of the link says, in a few words: which answers, how long the vector. */
export function LinkMessage({ runId, from, type, messageBytes }: LinkMessageProps) {
  const fish = useRun(runId, (run) => fishOfNode(run, from));
  const task = useRun(runId, (run) => run.task);
  const first = fish?.[0];
  const isSwarm = useIsAnswer(from);
  if (type === 'prediction' && task === 'classification' && (first !== undefined || isSwarm))
    return <Answers runId={runId} fish={first?.id ?? null} name={first?.name ?? t`the swarm`} />;
  if (type === 'prediction') return <Quality runId={runId} from={from} fish={first?.id ?? null} />;
  if (type === 'weights' && first !== undefined)
    return <Norms runId={runId} fish={first.id} name={first.name} />;
  if (messageBytes === null) return null;
  // Four bytes a number where nothing is compressed.
  return <Says>{t`a vector of ${formatScaled(messageBytes / 4)} numbers, if each takes four bytes`}</Says>;
}

/** Whether what a node says is the answer linked to the goal. */
function useIsAnswer(node: NodeId): boolean {
  const document = useActiveDocument();
  if (document === null) return false;
  return Object.values(document.links).some(
    (link) => link.from.node === node && document.nodes[link.to.node]?.kind === 'goal',
  );
}

const Says = ({ children }: { readonly children: string }) => <p className="link-says">{children}</p>;

/** Calls `ask` now, and while the run computes every few seconds. */
function useAskedAgain(runId: RunId, ask: () => void, key: string): void {
  const state = useRun(runId, (run) => run.state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what is asked
  useEffect(() => {
    ask();
    if (state !== 'running') return;
    const timer = setInterval(ask, PERIOD);
    return () => clearInterval(timer);
  }, [runId, state, key]);
}

function Answers({
  runId,
  fish,
  name,
}: {
  readonly runId: RunId;
  readonly fish: string | null;
  readonly name: string;
}) {
  const { result, send } = useRequest('runs.confusion');
  useAskedAgain(runId, () => void send({ runId, fish }), fish ?? '');
  if (result === null) return null;
  const sums = result.labels.map((label, answer) => ({
    label,
    count: result.counts.reduce((sum, row) => sum + (row[answer] ?? 0), 0),
  }));
  const total = sums.reduce((sum, { count }) => sum + count, 0);
  const top = sums
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ label, count }) => `${label} ${formatPercent(total === 0 ? null : count / total)}`);
  return (
    <Says>
      {t`${name} answers ${counted(total, '{0} text', '{0} texts')} of validation with ${top.join(', ')}`}
    </Says>
  );
}

function Quality({
  runId,
  from,
  fish,
}: {
  readonly runId: RunId;
  readonly from: NodeId;
  readonly fish: string | null;
}) {
  const subject = fish === null ? `node/${from}` : `fish/${fish}`;
  const accuracy = useRunSlowly(runId, (run) => run.latest[`${subject}/accuracy`]);
  const loss = useRunSlowly(runId, (run) => run.latest[`${subject}/loss`]);
  if (accuracy === undefined && loss === undefined) return null;
  return <Says>{t`probabilities, right in ${formatPercent(accuracy)}, loss ${formatValue(loss)}`}</Says>;
}

function Norms({
  runId,
  fish,
  name,
}: {
  readonly runId: RunId;
  readonly fish: string;
  readonly name: string;
}) {
  const { result, send } = useRequest('runs.weights');
  useAskedAgain(runId, () => void send({ runId, fish, tensor: null, bins: 2 }), fish);
  if (result === null) return null;
  const { weights, update } = result;
  const said = t`${name}: ${formatScaled(weights.count)} weights of norm ${formatValue(weights.norm)}`;
  return (
    <Says>
      {update === null
        ? said
        : t`${said}, ${formatValue(update.histogram.norm)} away from those of round ${update.since}`}
    </Says>
  );
}
