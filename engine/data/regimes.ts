import { t } from '../core/text.ts';
/** What a dataset draws its rows from, from a round on: only rows of these classes. */
export interface Regime {
  readonly from: number;
  readonly labels: readonly string[];
}

const FORM = /^\s*(\d{1,7})\s*:(.*)$/s;

/**
 * Regimes as a person writes them: "1: cooking, music | 11: music, space | 21: cooking, music".
 *
 * @returns the regimes, or a sentence on what is wrong.
 */
export function parseRegimes(text: string): readonly Regime[] | string {
  if (text.trim() === '') return [];
  const regimes: Regime[] = [];
  for (const part of text.split('|')) {
    const match = FORM.exec(part);
    if (match === null) {
      return t`"${part.trim()}" is no regime: write the round, a colon, and the classes, as in "11: music, space".`;
    }
    const from = Number(match[1]);
    const labels = (match[2] ?? '').split(',').map((label) => label.trim());
    if (labels.includes('')) return t`The regime from round ${from} names no class, or an empty one.`;
    if (from < 1) return t`Rounds count from 1: let the first regime begin at round 1.`;
    const last = regimes.at(-1);
    if (last !== undefined && from <= last.from) {
      return t`The regime from round ${from} stands after that from round ${last.from}: write them in the order of their rounds.`;
    }
    regimes.push({ from, labels });
  }
  return regimes;
}
