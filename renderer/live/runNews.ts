import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { currentTab } from '../documents/store.ts';
import { formatPercent, formatValue } from '../ui/format.ts';
import { notify } from '../ui/notices.ts';
import { isActive, type LiveRun, type Marker } from './liveRun.ts';
import { roundsToRecover } from './recovery.ts';
import { useRunControl } from './runControl.ts';
import { useRuns } from './runStore.ts';

/** Events of this long after a run was first seen are its past, told by charts and log and not as news. */
const PAST_MS = 1500;

interface Seen {
  readonly at: number;
  lastMarker: number;
  /** Deaths whose recovery was not told yet. */
  open: Marker[];
}
const seen = new Map<RunId, Seen>();

/** Tells notable events of the shown run over the canvas: a fish died or came back, the swarm recovered, the end. */
export function startRunNews(): () => void {
  return useRuns.subscribe(({ runs }, before) => {
    const shown = currentTab()?.runId ?? null;
    const run = shown === null ? undefined : runs[shown];
    if (shown === null || run === undefined || run === before.runs[shown]) return;
    const memory = seen.get(shown) ?? { at: performance.now(), lastMarker: 0, open: [] };
    seen.set(shown, memory);
    const isPast =
      performance.now() - memory.at < PAST_MS && !useRunControl.getState().startedHere.has(shown);
    const markers = run.markers.filter((marker) => marker.id > memory.lastMarker);
    memory.lastMarker = run.markers.at(-1)?.id ?? memory.lastMarker;
    if (isPast) return;
    for (const marker of markers) tell(marker, memory);
    tellRecovery(run, memory);
    const old = before.runs[shown];
    if (old !== undefined && isActive(old.state) && !isActive(run.state)) tellEnd(run);
  });
}

/** What happened to one fish is one notice that grows: it stopped, who took over, when the accuracy was back. */
const story = (fish: string | null): string => `fish:${fish ?? ''}`;

function tell(marker: Marker, memory: Seen): void {
  const { kind, label, round, fish } = marker;
  switch (kind) {
    case 'fish-dead':
      notify(t`${label} at round ${round}`, 'warn', story(fish));
      memory.open.push(marker);
      break;
    case 'takeover':
      notify(label, 'warn', story(fish));
      break;
    case 'fish-failed':
      notify(t`${label} at round ${round}`, 'bad', story(fish));
      break;
    case 'fish-ails':
      notify(t`${label} since round ${round}`, 'warn');
      break;
    case 'fish-back':
    case 'fish-well':
    case 'fish-added':
    case 'fish-replaced':
      notify(t`${label} at round ${round}`, 'ok');
      break;
    case 'fish-removed':
      notify(t`${label} at round ${round}`, 'warn');
      break;
    case 'drift':
      notify(t`From round ${round} on, ${label}`, 'warn');
      break;
    case 'warning':
      notify(label, 'warn');
      break;
    case 'link':
      notify(t`${label} at round ${round}`, 'info');
      break;
    case 'generation':
    case 'resumed':
      break;
  }
}

function tellRecovery(run: LiveRun, memory: Seen): void {
  memory.open = memory.open.filter((death) => {
    const rounds = roundsToRecover(run, death);
    if (rounds !== null)
      notify(
        t`accuracy is back after ${counted(rounds, '{0} round', '{0} rounds')}`,
        'ok',
        story(death.fish),
      );
    return rounds === null;
  });
}

function tellEnd(run: LiveRun): void {
  if (run.state === 'failed' || run.state === 'interrupted') {
    const what = run.state === 'failed' ? t`The run failed` : t`The run was interrupted`;
    notify(run.reason === null ? `${what}.` : `${what}: ${run.reason}`, 'bad');
    return;
  }
  if (run.state !== 'finished' && run.state !== 'stopped') return;
  if (run.round === 0) {
    notify(t`Cancelled before its first round`, 'info');
    return;
  }
  const accuracy = run.latest['swarm/accuracy'];
  const result =
    run.task === 'language-modelling'
      ? t`perplexity ${formatValue(run.latest['swarm/perplexity'])}`
      : t`swarm accuracy ${formatPercent(accuracy)}`;
  const rounds = counted(run.round, '{0} round', '{0} rounds');
  notify(
    `${run.state === 'finished' ? t`Finished after ${rounds}` : t`Stopped after ${rounds}`} · ${result}`,
    'ok',
  );
}
