import type { RunId } from '#engine/core/brand.ts';
import type { RunCommand } from '#engine/protocol/commands.ts';
import type { Cost, FishInfo, FishState, FishTrouble, RunEvent, RunState } from '#engine/protocol/events.ts';
import type { SeriesBuffer } from './seriesBuffer.ts';

/** Something worth a line across the charts. */
export interface Marker {
  readonly id: number;
  readonly kind:
    | 'fish-dead'
    | 'fish-back'
    | 'fish-failed'
    | 'fish-ails'
    | 'fish-well'
    | 'fish-added'
    | 'fish-removed'
    | 'fish-replaced'
    | 'link'
    | 'takeover'
    | 'drift'
    | 'generation'
    | 'resumed'
    | 'warning';
  readonly round: number;
  readonly step: number;
  readonly time: number;
  readonly fish: string | null;
  readonly label: string;
}

export interface LogEntry {
  readonly id: number;
  readonly round: number;
  readonly time: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
}

/** A change of a fish's state, kept so that a run that goes back to a checkpoint can take it back. */
export interface FishChange {
  readonly id: number;
  readonly fish: string;
  readonly state: FishState;
  readonly cause: string;
  readonly trouble: readonly FishTrouble[];
}

/** What a person did to fish and links, as the engine confirmed it. */
export interface Deed {
  readonly id: number;
  readonly command: RunCommand;
}

type EventOf<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>;
export type SummaryEvent = EventOf<'summary'>;
export type ProbeEvent = EventOf<'probe'>;
export type LineageEvent = EventOf<'lineage'>;
export type TopologyEvent = EventOf<'topology'>;
export type TakeoverEvent = EventOf<'takeover'>;

/**
 * What the page knows of one run, from its events. Immutable but for `series`, whose buffers grow in place:
 * select `seriesVersion` to be told of new points, and `latest[name]` for one number.
 */
export interface LiveRun {
  readonly id: RunId;
  readonly state: RunState | 'loading';
  readonly reason: string | null;
  readonly round: number;
  readonly rounds: number;
  readonly step: number;
  readonly stepsPerRound: number;
  /** Milliseconds of the run's clock at the last event. */
  readonly time: number;
  readonly task: 'classification' | 'language-modelling' | null;
  readonly labels: readonly string[];
  /** Best accuracy this task allows, where it is known. */
  readonly bestAccuracy: number | null;
  readonly executor: string | null;
  readonly threads: number | null;
  readonly seed: number | null;
  readonly cost: Cost | null;
  readonly fish: readonly FishInfo[];
  readonly fishState: Readonly<Record<string, FishState>>;
  /** Why each fish is in its state: "fault", "command", ... */
  readonly fishCause: Readonly<Record<string, string>>;
  /** What ails those that live; absent: nothing. */
  readonly fishTrouble: Readonly<Record<string, readonly FishTrouble[]>>;
  /** The round in which each fish that was dead or had failed last came back. */
  readonly fishBack: Readonly<Record<string, number>>;
  readonly fishHistory: readonly FishChange[];
  /** Event that brought each fish that joined while the swarm lived. */
  readonly joined: Readonly<Record<string, number>>;
  readonly deeds: readonly Deed[];
  readonly latest: Readonly<Record<string, number>>;
  readonly series: ReadonlyMap<string, SeriesBuffer>;
  readonly seriesVersion: number;
  /** The run went back to a checkpoint, and its series hold buckets that are no longer true: they have to be read anew. */
  readonly historyLost: boolean;
  /** How often it went back to a checkpoint while it was followed. */
  readonly rewinds: number;
  readonly markers: readonly Marker[];
  readonly warnings: readonly string[];
  readonly log: readonly LogEntry[];
  readonly probes: Readonly<Record<string, ProbeEvent['examples']>>;
  /** Generations of each population that evolves, by its node. */
  readonly lineages: Readonly<Record<string, readonly LineageEvent[]>>;
  /** Who heard whom, round by round, by the controller that decided it. */
  readonly topologies: Readonly<Record<string, readonly TopologyEvent[]>>;
  /** What each supervisor did. */
  readonly takeovers: Readonly<Record<string, readonly TakeoverEvent[]>>;
  readonly summary: SummaryEvent | null;
  /** Clock at the end of the last rounds, for the time left: pairs of round and milliseconds. */
  readonly pace: readonly { readonly round: number; readonly time: number }[];
  /** Id of the last event taken in. */
  readonly lastEvent: number;
}

export const newLiveRun = (id: RunId): LiveRun => ({
  id,
  state: 'loading',
  reason: null,
  round: 0,
  rounds: 0,
  step: 0,
  stepsPerRound: 0,
  time: 0,
  task: null,
  labels: [],
  bestAccuracy: null,
  executor: null,
  threads: null,
  seed: null,
  cost: null,
  fish: [],
  fishState: {},
  fishCause: {},
  fishTrouble: {},
  fishBack: {},
  fishHistory: [],
  joined: {},
  deeds: [],
  latest: {},
  series: new Map(),
  seriesVersion: 0,
  historyLost: false,
  rewinds: 0,
  markers: [],
  warnings: [],
  log: [],
  probes: {},
  lineages: {},
  topologies: {},
  takeovers: {},
  summary: null,
  pace: [],
  lastEvent: 0,
});

/** Whether steps are being computed right now. */
export const isComputing = (state: LiveRun['state']): boolean => state === 'running';

/** Milliseconds until the last round, from the pace of the last rounds; null while unknown. */
export function timeLeft(run: Pick<LiveRun, 'pace' | 'rounds' | 'round'>): number | null {
  const first = run.pace[0];
  const last = run.pace.at(-1);
  if (first === undefined || last === undefined || last.round <= first.round) return null;
  const perRound = (last.time - first.time) / (last.round - first.round);
  return Math.max(0, run.rounds - run.round) * perRound;
}
