import { languageCode, t } from '#engine/core/text.ts';
import type { RunListing } from '#engine/protocol/api/runs.ts';
import type { RunState } from '#engine/protocol/events.ts';
import { formatNumber } from '../charts/formatNumber.ts';

export const STATE_WORDS: Readonly<Record<RunState, string>> = {
  queued: t`queued`,
  preparing: t`preparing`,
  running: t`running`,
  pausing: t`pausing`,
  paused: t`paused`,
  stopping: t`stopping`,
  stopped: t`stopped`,
  finished: t`finished`,
  failed: t`failed`,
  interrupted: t`interrupted`,
};
export const STATES = Object.keys(STATE_WORDS) as RunState[]; // the keys of the record

/** The tone of the pill that says the state. */
export function stateTone(state: RunState): string {
  if (state === 'finished' || state === 'running') return 'ok';
  if (state === 'failed') return 'bad';
  return state === 'interrupted' || state === 'paused' ? 'warn' : '';
}

/** Whether it can go on from its last checkpoint, or be queued again. */
export const canResume = ({ state }: Pick<RunListing, 'state'>): boolean =>
  state === 'interrupted' || state === 'stopped' || state === 'failed';

const date = new Intl.DateTimeFormat(languageCode(), { dateStyle: 'medium', timeStyle: 'short' });
export const whenText = (milliseconds: number): string => date.format(milliseconds);

/** "83.6 %"; of a language model its perplexity; – before the first evaluation. */
export function resultText({ task, metrics }: Pick<RunListing, 'task' | 'metrics'>): string {
  const language = task === 'language-modelling';
  const value = metrics[language ? 'swarm/perplexity' : 'swarm/accuracy'];
  if (value === undefined) return '–';
  return language ? formatNumber(value, false) : `${formatNumber(value, true)} %`;
}

export function lossText({ metrics }: Pick<RunListing, 'metrics'>): string {
  const loss = metrics['swarm/loss'];
  return loss === undefined ? '–' : formatNumber(loss, false);
}
