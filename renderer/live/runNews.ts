import type { RunId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { currentTab } from '../documents/store.ts';
import { formatPercent, formatValue } from '../ui/format.ts';
import { isTold, type Notice, notify } from '../ui/notices.ts';
import { type FishChange, type Happenings, type Losses, tellLosses, tellOf } from './fishNews.ts';
import type { LiveRun, Marker } from './liveRun.ts';
import { roundsToRecover } from './recovery.ts';
import { useRunControl } from './runControl.ts';
import { useRuns } from './runStore.ts';
import { standIns } from './standIns.ts';

/** Events of this long after a run was first seen are its past, told by charts and log and not as news. */
const PAST_MS = 1500;

interface Seen {
  readonly run: RunId;
  readonly at: number;
  lastMarker: number;
  /** Deaths whose recovery was not told yet; of those of one round the first. */
  open: Marker[];
  /** What the notice of losses tells. */
  losses: Losses;
  /** What the notices of other changes tell, by kind. */
  readonly changes: Map<FishChange, Happenings>;
}
const NO_LOSSES: Losses = { deaths: [], takeovers: [], levels: [], recovered: null };
const seen = new Map<RunId, Seen>();

/** Tells notable events of the shown run over the canvas: a fish died or came back, the swarm recovered, the end. */
export function startRunNews(): () => void {
  return useRuns.subscribe(({ runs }, before) => {
    const shown = currentTab()?.runId ?? null;
    const run = shown === null ? undefined : runs[shown];
    if (shown === null || run === undefined || run === before.runs[shown]) return;
    const memory = seen.get(shown) ?? {
      run: shown,
      at: performance.now(),
      lastMarker: 0,
      open: [],
      losses: NO_LOSSES,
      changes: new Map(),
    };
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
    if (isActive(old.state) && !isActive(run.state)) tellBreak(run, shown);
    if (run.summary !== null && run.summary !== old.summary) tellEnd(run, run.summary.rounds, shown);
  });
}

/** Who died, who took over, when the accuracy was back: one notice that grows while it is shown. */
function addLosses(memory: Seen, add: (before: Losses) => Losses, tone: 'warn' | 'ok' = 'warn'): void {
  const story = `losses:${memory.run}`;
  memory.losses = add(isTold(story) ? memory.losses : NO_LOSSES);
  const { text, list } = tellLosses(memory.losses);
  notify(text, tone, { story, list, about: memory.run });
}

const happening = (marker: Marker, kind: FishChange, run: LiveRun): Happenings[number] => ({
  ...marker,
  kind,
  name: run.fish.find(({ id }) => id === marker.fish)?.name ?? marker.fish ?? marker.label,
});

function tellDeath(death: Marker, memory: Seen, run: LiveRun): void {
  if (!memory.open.some(({ round }) => round === death.round)) memory.open.push(death);
  // By this death a level of a cascade may have nobody left.
  const levels = standIns(run, currentTab()?.document ?? null).flatMap(({ id, text }) =>
    id === death.id ? [text] : [],
  );
  addLosses(memory, (before) => {
    const base = before.recovered === null ? before : NO_LOSSES;
    return {
      ...base,
      deaths: [...base.deaths, happening(death, 'fish-dead', run)],
      levels: [...base.levels, ...levels],
    };
  });
}

interface News {
  readonly memory: Seen;
  readonly run: LiveRun;
}

/** Changes of one kind are one notice that grows while it is shown. */
function tellChange(marker: Marker, kind: FishChange, tone: Notice['tone'], { memory, run }: News): void {
  const story = `change:${kind}:${memory.run}`;
  const told = isTold(story) ? (memory.changes.get(kind) ?? []) : [];
  const all = [...told, happening(marker, kind, run)];
  memory.changes.set(kind, all);
  const { text, list } = tellOf(all);
  notify(text, tone, { story, list, about: memory.run });
}

function tell(marker: Marker, memory: Seen, run: LiveRun): void {
  const { kind, label, round } = marker;
  const about = memory.run;
  switch (kind) {
    case 'fish-dead':
      tellDeath(marker, memory, run);
      break;
    case 'takeover':
      addLosses(memory, (before) => ({
        ...before,
        takeovers: [...before.takeovers, happening(marker, 'takeover', run)],
      }));
      break;
    case 'fish-failed':
      tellChange(marker, kind, 'bad', { memory, run });
      break;
    case 'fish-ails':
    case 'fish-removed':
      tellChange(marker, kind, 'warn', { memory, run });
      break;
    case 'fish-back':
    case 'fish-well':
    case 'fish-added':
    case 'fish-replaced':
      tellChange(marker, kind, 'ok', { memory, run });
      break;
    case 'drift':
      notify(t`From round ${round} on, ${label}`, 'warn', { about });
      break;
    case 'warning':
      notify(label, 'warn', { about });
      break;
    case 'link':
      notify(t`${label} at round ${round}`, 'info', { about });
      break;
    case 'generation':
    case 'resumed':
      break;
  }
}

function tellRecovery(run: LiveRun, memory: Seen): void {
  memory.open = memory.open.filter((death) => {
    const recovered = roundsToRecover(run, death);
    if (recovered !== null) addLosses(memory, (before) => ({ ...before, recovered }), 'ok');
    return recovered === null;
  });
}

function tellBreak(run: LiveRun, about: RunId): void {
  if (run.state === 'stopped' && run.round === 0)
    notify(t`Cancelled before its first round`, 'info', { about });
  if (run.state !== 'failed' && run.state !== 'interrupted') return;
  const what = run.state === 'failed' ? t`The run failed` : t`The run was interrupted`;
  notify(run.reason === null ? `${what}.` : `${what}: ${run.reason}`, 'bad', { about });
}

function tellEnd(run: LiveRun, completed: number, about: RunId): void {
  if (completed === 0) {
    notify(t`Cancelled before its first round`, 'info', { about });
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
    { about },
  );
}
