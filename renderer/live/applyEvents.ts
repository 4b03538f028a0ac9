import { counted, t } from '#engine/core/text.ts';
import type { FishState, RunEvent, RunState } from '#engine/protocol/events.ts';
import { commandText } from './commandText.ts';
import { troubleWord } from './fishLook.ts';
import type { Deed, FishChange, LiveRun, LogEntry, Marker } from './liveRun.ts';
import { bucketsFor, SeriesBuffer } from './seriesBuffer.ts';
import { takeBack } from './takeBack.ts';
import { thinned } from './thinned.ts';

const LOG_KEPT = 5000;
const PACE_KEPT = 8;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const FISH_WORDS: Record<FishState, string> = {
  dead: t`stopped`,
  running: t`is live again`,
  waiting: t`waits in reserve`,
  failed: t`failed`,
  removed: t`left the swarm`,
};

/**
 * Takes a batch of events into a run. A batch that begins at a number seen before replaces everything from that number
 * on: the run went back to a checkpoint. Copies each record at most once a batch.
 */
export function applyEvents(before: LiveRun, events: readonly RunEvent[]): LiveRun {
  const first = events[0];
  if (first === undefined) return before;
  const run = first.id <= before.lastEvent ? takeBack(before, first.id) : before;
  const next: Writable<LiveRun> = { ...run };
  const latest: Record<string, number> = { ...run.latest };
  const series = run.series as Map<string, SeriesBuffer>; // grows in place by contract, see LiveRun
  const fishHistory: FishChange[] = [];
  const markers: Marker[] = [];
  const log: LogEntry[] = [];
  const deeds: Deed[] = [];
  let measured = false;

  const write = (event: RunEvent, text: string, severity: LogEntry['severity'] = 'info'): void => {
    log.push({ id: event.id, round: event.round, time: event.time, severity, text });
  };
  const mark = (event: RunEvent, kind: Marker['kind'], label: string, fish: string | null = null): void => {
    const { id, round, time } = event;
    // Where its round begins, if the measurements of then were left out.
    const step = next.round > round ? Math.max(0, round - 1) * next.stepsPerRound : next.step;
    markers.push({ id, kind, round, step, time, fish, label });
  };
  const nameOf = (fish: string): string => next.fish.find((info) => info.id === fish)?.name ?? fish;

  for (const event of events) {
    next.lastEvent = event.id;
    next.time = Math.max(next.time, event.time);
    if (event.round > next.round) {
      next.round = event.round;
      next.pace = [...next.pace, { round: event.round, time: event.time }].slice(-PACE_KEPT);
    }
    switch (event.type) {
      case 'started': {
        next.rounds = event.rounds;
        next.stepsPerRound = event.stepsPerRound;
        next.task = event.task;
        next.labels = event.labels;
        next.bestAccuracy = event.bestAccuracy;
        next.executor = event.executor;
        next.threads = event.threads;
        next.seed = event.seed;
        next.cost = event.cost;
        next.fish = event.fish;
        const known = next.fishState;
        next.fishState = Object.fromEntries(event.fish.map(({ id }) => [id, known[id] ?? 'waiting']));
        next.pace = [{ round: event.resumedFrom, time: event.time }];
        next.summary = null;
        if (event.resumedFrom > 0) {
          mark(event, 'resumed', t`resumed after round ${event.resumedFrom}`);
          write(event, t`Resumed after round ${event.resumedFrom} on ${event.executor}.`);
        } else {
          write(
            event,
            t`Started: ${counted(event.fish.length, '{0} fish', '{0} fish')}, ${counted(event.rounds, '{0} round', '{0} rounds')}, ${event.executor}, seed ${event.seed}.`,
          );
        }
        for (const note of event.notes) write(event, note);
        break;
      }
      case 'state':
        next.state = event.state;
        next.reason = event.reason ?? null;
        // Pauses stop the run's clock's meaning for the pace: measure anew from here.
        if (event.state === 'running') {
          next.pace = [{ round: next.round, time: event.time }];
          next.fishState = startWaiting(next);
        }
        // "Pausing" and "stopping" say no more than the command before or after them.
        if (event.state !== 'pausing' && event.state !== 'stopping')
          write(event, stateText(event.state, event.reason), event.state === 'failed' ? 'error' : 'info');
        break;
      case 'metrics':
        next.step = Math.max(next.step, event.step);
        for (const [name, value] of Object.entries(event.values)) {
          latest[name] = value;
          let buffer = series.get(name);
          if (buffer === undefined) {
            buffer = new SeriesBuffer();
            series.set(name, buffer);
          }
          buffer.push(event.id, event.round, event.step, event.time, value, bucketsFor(series.size));
        }
        measured = true;
        break;
      case 'fish': {
        const { fish, state, cause, trouble = [] } = event;
        const was = next.fishState[fish];
        const ailed = next.fishTrouble[fish] ?? [];
        next.fishState = { ...next.fishState, [fish]: state };
        next.fishCause = { ...next.fishCause, [fish]: cause };
        next.fishTrouble = { ...next.fishTrouble, [fish]: trouble };
        fishHistory.push({ id: event.id, fish, state, cause, trouble });
        const name = nameOf(fish);
        const fresh = trouble.find((one) => !ailed.includes(one));
        if (state === 'dead') mark(event, 'fish-dead', t`${name} died`, fish);
        else if (state === 'failed') mark(event, 'fish-failed', t`${name} failed`, fish);
        else if (state === 'removed') mark(event, 'fish-removed', t`${name} left the swarm`, fish);
        else if (was === 'dead' || was === 'failed') {
          next.fishBack = { ...next.fishBack, [fish]: event.round };
          mark(event, 'fish-back', t`${name} is back`, fish);
        } else if (fresh !== undefined) mark(event, 'fish-ails', `${name} ${troubleWord(fresh)}`, fish);
        else if (trouble.length < ailed.length) mark(event, 'fish-well', t`${name} is well`, fish);
        if (was === state && state === 'running') write(event, `${name}: ${cause}.`);
        else {
          const calm = state === 'running' || state === 'waiting';
          write(event, `${name} ${FISH_WORDS[state]} (${cause}).`, calm ? 'info' : 'warning');
        }
        break;
      }
      case 'fish-added':
        next.fish = [...next.fish.filter(({ id }) => id !== event.fish.id), event.fish];
        next.fishState = { ...next.fishState, [event.fish.id]: 'running' };
        next.joined = { ...next.joined, [event.fish.id]: event.id };
        mark(event, 'fish-added', t`${event.fish.name} joined`, event.fish.id);
        write(event, t`${event.fish.name} joined the swarm.`);
        break;
      case 'drift':
        mark(
          event,
          'drift',
          t`only ${event.classes.length > 2 ? counted(event.classes.length, '{0} class', '{0} classes') : event.classes.join(', ')}`,
        );
        write(event, t`The data drift: from round ${event.round} on only ${event.classes.join(', ')}.`);
        break;
      case 'takeover':
        next.takeovers = append(next.takeovers, event);
        mark(event, 'takeover', event.message, event.fish);
        write(event, event.message, event.to.length === 0 ? 'info' : 'warning');
        break;
      case 'command': {
        const { command } = event;
        if ('fish' in command || 'link' in command) deeds.push({ id: event.id, command });
        if (command.type === 'replace-fish')
          mark(event, 'fish-replaced', t`${nameOf(command.fish)} replaced`, command.fish);
        if ('link' in command)
          mark(event, 'link', command.type === 'cut-link' ? t`Link cut` : t`Link changed`);
        write(event, commandText(command, nameOf));
        break;
      }
      case 'probe':
        next.probes = { ...next.probes, [event.nodeId]: event.examples };
        break;
      case 'lineage':
        next.lineages = append(next.lineages, event);
        mark(event, 'generation', t`generation ${event.generation}`);
        break;
      case 'topology':
        next.topologies = append(next.topologies, event);
        break;
      case 'audit': // the links' series say the same
        break;
      case 'checkpoint':
        write(event, t`Checkpoint written after round ${event.round}.`);
        break;
      case 'warning':
        next.warnings = [...next.warnings, event.message];
        mark(event, 'warning', event.message);
        write(event, event.message, 'warning');
        break;
      case 'summary':
        next.summary = event;
        write(
          event,
          t`Ended after ${counted(event.rounds, '{0} round', '{0} rounds')} (${ENDS[event.end] ?? event.end}).`,
        );
        break;
    }
  }
  if (measured) {
    next.latest = latest;
    next.seriesVersion = run.seriesVersion + 1;
  }
  if (fishHistory.length > 0) next.fishHistory = [...run.fishHistory, ...fishHistory];
  if (deeds.length > 0) next.deeds = [...run.deeds, ...deeds];
  if (markers.length > 0) next.markers = [...run.markers, ...markers];
  if (log.length > 0) next.log = [...run.log, ...log].slice(-LOG_KEPT);
  return next;
}

/** The lists by node with one more event. */
const append = <T extends { readonly nodeId: string; readonly round: number }>(
  lists: Readonly<Record<string, readonly T[]>>,
  event: T,
): Record<string, readonly T[]> => ({
  ...lists,
  [event.nodeId]: thinned([...(lists[event.nodeId] ?? []), event]),
});

/** Fish begin with the run; those kept in reserve were told of. */
const startWaiting = ({
  fishState,
  fishCause,
}: Pick<LiveRun, 'fishState' | 'fishCause'>): LiveRun['fishState'] =>
  Object.fromEntries(
    Object.entries(fishState).map(([fish, state]) => [
      fish,
      state === 'waiting' && fishCause[fish] === undefined ? 'running' : state,
    ]),
  );

/** Why a run ended. */
const ENDS: Readonly<Record<string, string>> = {
  rounds: t`after all rounds`,
  target: t`at the target`,
  patience: t`without improvement`,
  stopped: t`stopped`,
};

const STATE_WORDS: Record<RunState, string> = {
  queued: t`Queued`,
  preparing: t`Preparing`,
  running: t`Running`,
  pausing: t`Pausing`,
  paused: t`Paused`,
  stopping: t`Stopping`,
  stopped: t`Stopped`,
  finished: t`Finished`,
  failed: t`Failed`,
  interrupted: t`Interrupted`,
};

function stateText(state: RunState, reason: string | undefined): string {
  const sentence = STATE_WORDS[state];
  return reason === undefined || reason === '' ? `${sentence}.` : `${sentence}: ${reason}`;
}
