import type { FishState, RunEvent } from '#engine/protocol/events.ts';
import { commandText } from './commandText.ts';
import type { FishChange, LiveRun, LogEntry, Marker } from './liveRun.ts';
import { SeriesBuffer } from './seriesBuffer.ts';

const LOG_KEPT = 5000;
const PACE_KEPT = 8;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const FISH_WORDS: Record<FishState, string> = {
  dead: 'stopped',
  running: 'is live again',
  waiting: 'waits',
  failed: 'failed',
  removed: 'left the swarm',
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
  let measured = false;

  const write = (event: RunEvent, text: string, severity: LogEntry['severity'] = 'info'): void => {
    log.push({ id: event.id, round: event.round, time: event.time, severity, text });
  };
  const mark = (event: RunEvent, kind: Marker['kind'], label: string, fish: string | null = null): void => {
    markers.push({ id: event.id, kind, round: event.round, step: next.step, time: event.time, fish, label });
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
          mark(event, 'resumed', `resumed after round ${event.resumedFrom}`);
          write(event, `Resumed after round ${event.resumedFrom} on ${event.executor}.`);
        } else {
          write(
            event,
            `Started: ${event.fish.length} fish, ${event.rounds} rounds, ${event.executor}, seed ${event.seed}.`,
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
          next.fishState = startWaiting(next.fishState);
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
          buffer.push(event.id, event.round, event.step, event.time, value);
        }
        measured = true;
        break;
      case 'fish': {
        const was = next.fishState[event.fish];
        next.fishState = { ...next.fishState, [event.fish]: event.state };
        next.fishCause = { ...next.fishCause, [event.fish]: event.cause };
        fishHistory.push({ id: event.id, fish: event.fish, state: event.state, cause: event.cause });
        const name = nameOf(event.fish);
        if (event.state === 'dead') mark(event, 'fish-dead', `${name} died`, event.fish);
        else if (event.state === 'failed') mark(event, 'fish-failed', `${name} failed`, event.fish);
        else if (was === 'dead' || was === 'failed') mark(event, 'fish-back', `${name} is back`, event.fish);
        else break;
        write(
          event,
          `${name} ${FISH_WORDS[event.state]} (${event.cause}).`,
          event.state === 'running' ? 'info' : 'warning',
        );
        break;
      }
      case 'fish-added':
        next.fish = [...next.fish.filter(({ id }) => id !== event.fish.id), event.fish];
        next.fishState = { ...next.fishState, [event.fish.id]: 'running' };
        write(event, `${event.fish.name} joined the swarm.`);
        break;
      case 'drift':
        write(event, `The data drift: from round ${event.round} on only ${event.classes.join(', ')}.`);
        break;
      case 'takeover':
        write(event, event.message, event.to.length === 0 ? 'info' : 'warning');
        break;
      case 'command':
        write(event, commandText(event.command, nameOf));
        break;
      case 'probe':
        next.probes = { ...next.probes, [event.nodeId]: event.examples };
        break;
      case 'lineage':
        next.lineages = {
          ...next.lineages,
          [event.nodeId]: [...(next.lineages[event.nodeId] ?? []), event],
        };
        break;
      case 'topology':
        break;
      case 'checkpoint':
        write(event, `Checkpoint written after round ${event.round}.`);
        break;
      case 'warning':
        next.warnings = [...next.warnings, event.message];
        mark(event, 'warning', event.message);
        write(event, event.message, 'warning');
        break;
      case 'summary':
        next.summary = event;
        write(event, `Ended after ${event.rounds} rounds (${event.end}).`);
        break;
    }
  }
  if (measured) {
    next.latest = latest;
    next.seriesVersion = run.seriesVersion + 1;
  }
  if (fishHistory.length > 0) next.fishHistory = [...run.fishHistory, ...fishHistory];
  if (markers.length > 0) next.markers = [...run.markers, ...markers];
  if (log.length > 0) next.log = [...run.log, ...log].slice(-LOG_KEPT);
  return next;
}

/** Only deaths and returns have events of their own: the others begin with the run. */
const startWaiting = (states: LiveRun['fishState']): LiveRun['fishState'] =>
  Object.fromEntries(
    Object.entries(states).map(([fish, state]) => [fish, state === 'waiting' ? 'running' : state]),
  );

/** The run as it was before event `id`. */
function takeBack(run: LiveRun, id: number): LiveRun {
  const latest: Record<string, number> = {};
  let round = 0;
  let step = 0;
  for (const [name, buffer] of run.series) {
    buffer.takeBackFrom(id);
    if (buffer.length === 0) continue;
    latest[name] = buffer.last;
    const last = buffer.columns(buffer.length - 1);
    round = Math.max(round, last.round[0] ?? 0);
    step = Math.max(step, last.step[0] ?? 0);
  }
  const fishHistory = run.fishHistory.filter((change) => change.id < id);
  const fishState = Object.fromEntries(run.fish.map((fish): [string, FishState] => [fish.id, 'running']));
  const fishCause: Record<string, string> = {};
  for (const { fish, state, cause } of fishHistory) {
    fishState[fish] = state;
    fishCause[fish] = cause;
  }
  return {
    ...run,
    latest,
    round,
    step,
    fishHistory,
    lineages: Object.fromEntries(
      Object.entries(run.lineages).map(([node, generations]) => [
        node,
        generations.filter((generation) => generation.id < id),
      ]),
    ),
    fishState,
    fishCause,
    seriesVersion: run.seriesVersion + 1,
    markers: run.markers.filter((marker) => marker.id < id),
    log: run.log.filter((entry) => entry.id < id),
    summary: null,
    pace: [],
    lastEvent: id - 1,
  };
}

function stateText(state: string, reason: string | undefined): string {
  const sentence = `${state.charAt(0).toUpperCase()}${state.slice(1)}`;
  return reason === undefined || reason === '' ? `${sentence}.` : `${sentence}: ${reason}`;
}
