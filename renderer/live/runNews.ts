import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { currentTab } from '../documents/store.ts';
import { formatPercent, formatValue } from '../ui/format.ts';
import { notify, retell } from '../ui/notices.ts';
import { isActive, type LiveRun, type Marker } from './liveRun.ts';
import { roundsToRecover } from './recovery.ts';
import { useRunControl } from './runControl.ts';
import { useRuns } from './runStore.ts';
import { standIns } from './standIns.ts';

/** Events of this long after a run was first seen are its past, told by charts and log and not as news. */
const PAST_MS = 1500;

interface Seen {
  readonly at: number;
  lastMarker: number;
  /** Deaths whose recovery was not told yet; of those of one round the first. */
  open: Marker[];
  /** Round in which each fish died last. */
  readonly deaths: Map<string, number>;
}
const seen = new Map<RunId, Seen>();

/** Tells notable events of the shown run over the canvas: a fish died or came back, the swarm recovered, the end. */
export function startRunNews(): () => void {
  return useRuns.subscribe(({ runs }, before) => {
    const shown = currentTab()?.runId ?? null;
    const run = shown === null ? undefined : runs[shown];
    if (shown === null || run === undefined || run === before.runs[shown]) return;
    const memory = seen.get(shown) ?? { at: performance.now(), lastMarker: 0, open: [], deaths: new Map() };
    seen.set(shown, memory);
    const isPast =
      performance.now() - memory.at < PAST_MS && !useRunControl.getState().startedHere.has(shown);
    const markers = run.markers.filter((marker) => marker.id > memory.lastMarker);
    memory.lastMarker = run.markers.at(-1)?.id ?? memory.lastMarker;
    if (isPast) return;
    for (const marker of markers) tell(marker, memory, run);
    tellRecovery(run, memory);
    const old = before.runs[shown];
    if (old === undefined) return;
    if (isActive(old.state) && !isActive(run.state)) tellBreak(run);
    if (run.summary !== null && run.summary !== old.summary) tellEnd(run, run.summary.rounds);
  });
}

/** The deaths of a round are one notice that grows: who stopped, who took over, when the accuracy was back. */
const story = (round: number): string => `deaths:${round}`;

function tellDeath(death: Marker, memory: Seen): void {
  const { label, round, fish } = death;
  memory.deaths.set(fish ?? '', round);
  const dead = deadIn(round, memory);
  if (dead === 1) memory.open.push(death);
  const who = dead === 1 ? label : counted(dead, '{0} fish died', '{0} fish died');
  retell(t`${who} at round ${round}`, 'warn', story(round));
}

/** By this death a level of a cascade has nobody left. */
function tellNextLevel(death: Marker, run: LiveRun): void {
  for (const { id, text } of standIns(run, currentTab()?.document ?? null)) {
    if (id === death.id)
      notify(t`${text}: the next level of the cascade answers`, 'warn', story(death.round));
  }
}

const deadIn = (round: number, { deaths }: Seen): number =>
  [...deaths.values()].filter((died) => died === round).length;

function tell(marker: Marker, memory: Seen, run: LiveRun): void {
  const { kind, label, round, fish } = marker;
  const died = memory.deaths.get(fish ?? '') ?? round;
  switch (kind) {
    case 'fish-dead':
      tellDeath(marker, memory);
      tellNextLevel(marker, run);
      break;
    case 'takeover':
      // Who took over from each of a whole school would be longer than the window; the log says it.
      if (deadIn(died, memory) < 2) notify(label, 'warn', story(died));
      break;
    case 'fish-failed':
      notify(t`${label} at round ${round}`, 'bad', story(round));
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
        story(death.round),
      );
    return rounds === null;
  });
}

function tellBreak(run: LiveRun): void {
  if (run.state === 'stopped' && run.round === 0) notify(t`Cancelled before its first round`, 'info');
  if (run.state !== 'failed' && run.state !== 'interrupted') return;
  const what = run.state === 'failed' ? t`The run failed` : t`The run was interrupted`;
  notify(run.reason === null ? `${what}.` : `${what}: ${run.reason}`, 'bad');
}

function tellEnd(run: LiveRun, completed: number): void {
  if (completed === 0) {
    notify(t`Cancelled before its first round`, 'info');
    return;
  }
  const accuracy = run.latest['swarm/accuracy'];
  const result =
    run.task === 'language-modelling'
      ? t`perplexity ${formatValue(run.latest['swarm/perplexity'])}`
      : t`swarm accuracy ${formatPercent(accuracy)}`;
  const rounds = counted(completed, '{0} round', '{0} rounds');
  notify(
    `${run.state === 'finished' ? t`Finished after ${rounds}` : t`Stopped after ${rounds}`} · ${result}`,
    'ok',
  );
}
