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
/** Rounds for which a fish that came back is said to have recovered. */
const RECOVERY = 5;

export interface FishLook {
  readonly state: FishState;
  readonly trouble: readonly FishTrouble[];
  /** It was dead or had failed until a few rounds ago. */
  readonly recovered: boolean;
}

/** How a fish of a run does; one that is not known yet waits. */
export const lookOf = (
  run: Pick<LiveRun, 'fishState' | 'fishTrouble'> & Partial<Pick<LiveRun, 'fishBack' | 'round'>>,
  fish: string,
): FishLook => {
  const state = run.fishState[fish] ?? 'waiting';
  const back = run.fishBack?.[fish];
  return {
    state,
    trouble: state === 'running' ? (run.fishTrouble[fish] ?? []) : [],
    recovered: state === 'running' && back !== undefined && (run.round ?? back) < back + RECOVERY,
  };
};

/** Whether there is nothing to say of it but that it lives. */
export const isWell = ({ state, trouble, recovered }: FishLook): boolean =>
  state === 'running' && trouble.length === 0 && !recovered;

/** "live", "dead", "recovered", "frozen", "noisy, slow". */
export const lookWord = ({ state, trouble, recovered }: FishLook): string => {
  if (trouble.length > 0) return trouble.map(troubleWord).join(', ');
  return recovered ? t`recovered` : STATE_WORDS[state];
};

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
  return `${look.state} ${look.recovered ? 'recovered ' : ''}${tone === 'warn' ? 'ails' : tone === 'cold' ? 'frozen' : ''}`;
};
