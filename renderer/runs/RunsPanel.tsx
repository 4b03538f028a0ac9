import { Tabs } from 'radix-ui';
import { CommandButton } from '../commands/CommandButton.tsx';
import { runSwarm } from '../commands/runSwarm.ts';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useRun } from '../live/runStore.ts';
import { capital } from '../ui/capital.ts';
import { Empty } from '../ui/Empty.tsx';
import { Confusion } from './Confusion.tsx';
import { EventLog } from './EventLog.tsx';
import { FishTable } from './FishTable.tsx';
import { RunHistory } from './history/RunHistory.tsx';
import { LearningView } from './LearningView.tsx';
import { Lineage } from './Lineage.tsx';
import { type RunsTab, showRunsTab, useRunsTab } from './runsTab.ts';
import { Topology } from './Topology.tsx';
import { TryIt } from './try/TryIt.tsx';
import { Weights } from './Weights.tsx';
import './runsPanel.css';
import type { RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { formatNumber } from './charts/formatNumber.ts';

const TABS: readonly (readonly [RunsTab, string])[] = [
  ['learning', t`Learning`],
  ['fish', capital(t`fish`)],
  ['confusion', t`Confusion`],
  ['weights', t`Weights`],
  ['topology', t`Topology`],
  ['lineage', t`Lineage`],
  ['try', t`Try it`],
  ['runs', t`Runs`],
  ['log', t`Log`],
];

function Pace({ runId }: { readonly runId: RunId }) {
  const examples = useRun(runId, (run) => run.latest['run/examplesPerSecond']);
  const gflops = useRun(runId, (run) => run.latest['run/gflops']);
  const executor = useRun(runId, (run) => run.executor);
  const parts = [
    examples === undefined || examples === null ? null : t`${formatNumber(examples, false)} examples/s`,
    gflops === undefined || gflops === null ? null : `${formatNumber(gflops, false)} GFLOP/s`,
    executor ?? null,
  ].filter((part) => part !== null);
  return (
    <span className="runs-pace num">
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place; its number changes with every measurement
        <span key={at}>{at === 0 ? part : ` · ${part}`}</span>
      ))}
    </span>
  );
}

const run = <CommandButton command={runSwarm} label={t`Run this swarm`} />;
const NO_RUN = {
  learning: (
    <Empty icon="chart" title={t`Nothing has been learnt yet`} action={run}>
      {t`Press Run, and accuracy and loss of the swarm and of every fish are drawn here as they change.`}
    </Empty>
  ),
  fish: (
    <Empty icon="list" title={t`No fish swims yet`} action={run}>
      {t`While a swarm runs, every fish has a row here: accuracy, losses, its share of the examples, its state.`}
    </Empty>
  ),
  confusion: (
    <Empty icon="grid" title={t`No answers to compare yet`} action={run}>
      {t`While a swarm runs, this shows which classes it takes for which others, for the swarm and for each fish.`}
    </Empty>
  ),
  weights: (
    <Empty icon="chart" title={t`No weights yet`} action={run}>
      {t`Once a swarm runs, this shows how the weights of a fish are distributed and what learning changes of them.`}
    </Empty>
  ),
  topology: (
    <Empty icon="topology" title={t`Nobody hears anybody yet`} action={run}>
      {t`In a swarm with an Organise or Reinforce node, this shows round by round who hears whom.`}
    </Empty>
  ),
  lineage: (
    <Empty icon="lineage" title={t`No generation yet`} action={run}>
      {t`In a swarm with an Evolve node, this shows generation by generation whose weights went to whom.`}
    </Empty>
  ),
  try: (
    <Empty icon="speech" title={t`Nobody to ask yet`} action={run}>
      {t`Once a swarm has run, type a sentence here: every fish answers, and the aggregators say how they decided.`}
    </Empty>
  ),
  log: (
    <Empty icon="list" title={t`Nothing has happened yet`} action={run}>
      {t`A run writes down here what happens to it: its start, faults, your commands, checkpoints, its end.`}
    </Empty>
  ),
};

/** The panel under the canvas: everything about the run shown with the active document, and the list of all runs. */
export function RunsPanel() {
  const runId = useDocuments((state) => activeTab(state)?.runId ?? null);
  const tab = useRunsTab((state) => state.tab);
  return (
    <Tabs.Root
      className="runs-panel"
      value={tab}
      onValueChange={(value) => showRunsTab(value as RunsTab)} // a value of TABS
    >
      <div className="runs-tabs">
        <Tabs.List aria-label={t`Views of the run`}>
          {TABS.map(([value, label]) => (
            <Tabs.Trigger key={value} value={value} className="runs-tab">
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {runId !== null && <Pace runId={runId} />}
      </div>
      <Tabs.Content value="learning">
        {runId === null ? NO_RUN.learning : <LearningView key={runId} runId={runId} />}
      </Tabs.Content>
      <Tabs.Content value="fish">
        {runId === null ? NO_RUN.fish : <FishTable key={runId} runId={runId} all />}
      </Tabs.Content>
      <Tabs.Content value="confusion">
        {runId === null ? NO_RUN.confusion : <Confusion key={runId} runId={runId} />}
      </Tabs.Content>
      <Tabs.Content value="weights">
        {runId === null ? NO_RUN.weights : <Weights key={runId} runId={runId} />}
      </Tabs.Content>
      <Tabs.Content value="topology">
        {runId === null ? NO_RUN.topology : <Topology key={runId} runId={runId} />}
      </Tabs.Content>
      <Tabs.Content value="lineage">
        {runId === null ? NO_RUN.lineage : <Lineage key={runId} runId={runId} />}
      </Tabs.Content>
      <Tabs.Content value="try">
        {runId === null ? NO_RUN.try : <TryIt key={runId} runId={runId} />}
      </Tabs.Content>
      <Tabs.Content value="runs">
        <RunHistory shown={runId} place="panel" />
      </Tabs.Content>
      <Tabs.Content value="log">
        {runId === null ? NO_RUN.log : <EventLog key={runId} runId={runId} />}
      </Tabs.Content>
    </Tabs.Root>
  );
}
