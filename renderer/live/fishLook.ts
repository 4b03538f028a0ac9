import { t } from '#engine/core/text.ts';
import type { FishState, FishTrouble } from '#engine/protocol/events.ts';
import type { LiveRun } from './liveRun.ts';

const TROUBLE_WORDS: Record<FishTrouble, string> = {
  frozen: t`frozen`,
  noise: t`noisy`,
  'sign-flip': t`inverted`,
  'label-flip': t`misled`,
  slow: t`slow`,
};
export const troubleWord = (trouble: FishTrouble): string => TROUBLE_WORDS[trouble];

const STATE_WORDS: Record<FishState, string> = {
  waiting: t`waiting`,
  running: t`live`,
  dead: t`dead`,
  failed: t`failed`,
  removed: t`removed`,
};

export interface FishLook {
  readonly state: FishState;
  readonly trouble: readonly FishTrouble[];
}

/** How a fish of a run does; one that is not known yet waits. */
export const lookOf = (run: Pick<LiveRun, 'fishState' | 'fishTrouble'>, fish: string): FishLook => {
  const state = run.fishState[fish] ?? 'waiting';
  return { state, trouble: state === 'running' ? (run.fishTrouble[fish] ?? []) : [] };
};

/** Whether there is nothing to say of it. */
export const isWell = ({ state, trouble }: FishLook): boolean => state === 'running' && trouble.length === 0;

/** "live", "dead", "frozen", "noisy, slow". */
export const lookWord = ({ state, trouble }: FishLook): string =>
  trouble.length === 0 ? STATE_WORDS[state] : trouble.map(troubleWord).join(', ');

/** The tone of a pill that says so. */
export function lookTone({ state, trouble }: FishLook): '' | 'ok' | 'bad' | 'warn' | 'cold' {
  if (state === 'dead' || state === 'failed') return 'bad';
  if (state !== 'running') return '';
  if (trouble.some((one) => one !== 'frozen')) return 'warn';
  return trouble.length > 0 ? 'cold' : 'ok';
}

/** What its glyph shows, as class names. */
export const lookClass = (look: FishLook): string => {
  const tone = lookTone(look);
  return `${look.state} ${tone === 'warn' ? 'ails' : tone === 'cold' ? 'frozen' : ''}`;
};
