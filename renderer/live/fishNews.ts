import { counted, formatNumber, t } from '#engine/core/text.ts';
import type { Marker } from './liveRun.ts';

/** What can happen to many fish at once. */
export type FishChange = Extract<Marker['kind'], `fish-${string}` | 'takeover'>;

/** What happened to fish in one way while one notice tells of it, oldest first. */
export type Happenings = readonly (Pick<Marker, 'round' | 'label'> & {
  readonly kind: FishChange;
  readonly name: string;
})[];

/** What a notice says: a line, and all of it, one thing a line. */
export interface Telling {
  readonly text: string;
  readonly list: readonly string[];
}

/** So many are named in the line itself. */
const MOST_NAMES = 3;

function headline(kind: FishChange, count: number): string {
  switch (kind) {
    case 'fish-dead':
      return counted(count, '{0} fish died', '{0} fish died');
    case 'fish-failed':
      return counted(count, '{0} fish failed', '{0} fish failed');
    case 'fish-ails':
      return counted(count, '{0} fish is not well', '{0} fish are not well');
    case 'fish-back':
      return counted(count, '{0} fish is back', '{0} fish are back');
    case 'fish-well':
      return counted(count, '{0} fish is well', '{0} fish are well');
    case 'fish-added':
      return counted(count, '{0} fish joined', '{0} fish joined');
    case 'fish-removed':
      return counted(count, '{0} fish left the swarm', '{0} fish left the swarm');
    case 'fish-replaced':
      return counted(count, '{0} fish replaced', '{0} fish replaced');
    case 'takeover':
      return counted(count, '{0} takeover', '{0} takeovers');
  }
}

const single = ({ kind, label, round }: Happenings[number]): string =>
  kind === 'fish-ails' ? t`${label} since round ${round}` : t`${label} at round ${round}`;

function when(all: Happenings): string {
  const rounds = all.map(({ round }) => round);
  const [first, last] = [Math.min(...rounds), Math.max(...rounds)];
  return first === last ? t`at round ${first}` : t`in rounds ${first} to ${last}`;
}

/** "Ann, Ben, Cy and 2 more". */
function named(all: Happenings): string {
  const names = [...new Set(all.map(({ name }) => name))];
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const rest = names.length - MOST_NAMES;
  return rest > 0 ? t`${shown} and ${formatNumber(rest)} more` : shown;
}

/** What happened in one way: one thing in its own words, several as how many, when, and who. */
export function tellOf(all: Happenings): Telling {
  const [first] = all;
  if (first === undefined) return { text: '', list: [] };
  if (all.length === 1) return { text: single(first), list: [] };
  return {
    text: t`${headline(first.kind, all.length)} ${when(all)}: ${named(all)}`,
    list: all.map(single),
  };
}

/** Deaths, and what came of them. */
export interface Losses {
  readonly deaths: Happenings;
  readonly takeovers: Happenings;
  /** Levels of cascades that nobody is left of: "Large for Robust". */
  readonly levels: readonly string[];
  /** Rounds until the accuracy was back; null: it is not yet. */
  readonly recovered: number | null;
}

/** One notice for all of it: "5 fish died at round 7: Ann, Ben, Cy and 2 more · 2 takeovers". */
export function tellLosses({ deaths, takeovers, levels, recovered }: Losses): Telling {
  const [takeover] = takeovers;
  const next = (level: string): string => t`${level}: the next level of the cascade answers`;
  const [level] = levels;
  const parts = [
    tellOf(deaths).text,
    takeover === undefined
      ? ''
      : takeovers.length === 1
        ? takeover.label
        : headline('takeover', takeovers.length),
    level === undefined
      ? ''
      : levels.length === 1
        ? t`${level} in the cascade`
        : counted(levels.length, '{0} level of a cascade is gone', '{0} levels of cascades are gone'),
    recovered === null ? '' : t`accuracy is back after ${counted(recovered, '{0} round', '{0} rounds')}`,
  ];
  const list = [...deaths.map(single), ...takeovers.map(({ label }) => label), ...levels.map(next)];
  return { text: parts.filter((part) => part !== '').join(' · '), list: list.length > 1 ? list : [] };
}
