import { Tabs } from 'radix-ui';
import { activeTab, useDocuments } from '../documents/store.ts';
import { useRun } from '../live/runStore.ts';
import { Confusion } from './Confusion.tsx';
import { EventLog } from './EventLog.tsx';
import { LearningView } from './LearningView.tsx';
import { RunList } from './RunList.tsx';
import { TryIt } from './TryIt.tsx';
import './runs.css';
import type { RunId } from '#engine/core/brand.ts';
import { formatNumber } from './charts/formatNumber.ts';

const TABS = [
  ['learning', 'Learning'],
  ['confusion', 'Confusion'],
  ['try', 'Try it'],
  ['runs', 'Runs'],
  ['log', 'Log'],
] as const;

function Pace({ runId }: { readonly runId: RunId }) {
  const examples = useRun(runId, (run) => run.latest['run/examplesPerSecond']);
  const gflops = useRun(runId, (run) => run.latest['run/gflops']);
  const executor = useRun(runId, (run) => run.executor);
  const parts = [
    examples === undefined || examples === null ? null : `${formatNumber(examples, false)} examples/s`,
    gflops === undefined || gflops === null ? null : `${formatNumber(gflops, false)} GFLOP/s`,
    executor ?? null,
  ].filter((part) => part !== null);
  return <span className="runs-pace num">{parts.join(' · ')}</span>;
}

const noRun = (
  <p className="empty">Press Run to watch the swarm learn here, live: loss and accuracy of every fish.</p>
);

/** The panel under the canvas: everything about the run shown with the active document, and the list of all runs. */
export function RunsPanel() {
  const runId = useDocuments((state) => activeTab(state)?.runId ?? null);
  return (
    <Tabs.Root className="runs-panel" defaultValue="learning">
      <div className="runs-tabs">
        <Tabs.List aria-label="Views of the run">
          {TABS.map(([value, label]) => (
            <Tabs.Trigger key={value} value={value} className="runs-tab">
              {label}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {runId !== null && <Pace runId={runId} />}
      </div>
      <Tabs.Content value="learning">
        {runId === null ? noRun : <LearningView key={runId} runId={runId} />}
      </Tabs.Content>
      <Tabs.Content value="confusion">
        {runId === null ? noRun : <Confusion key={runId} runId={runId} />}
      </Tabs.Content>
      <Tabs.Content value="try">{runId === null ? noRun : <TryIt key={runId} runId={runId} />}</Tabs.Content>
      <Tabs.Content value="runs">
        <RunList shown={runId} />
      </Tabs.Content>
      <Tabs.Content value="log">
        {runId === null ? noRun : <EventLog key={runId} runId={runId} />}
      </Tabs.Content>
    </Tabs.Root>
  );
}
