import { agNews, type Ground, topics, trec } from './ground.ts';

/** Texts whose classes change: two regimes that share some. */
export interface Drifting {
  readonly ground: Ground;
  readonly before: string;
  readonly after: string;
  /** Rounds in which a fresh fish learns a regime. */
  readonly learn: number;
}

/** Two regimes of six topics that share four. */
export const drifting = (examples: number): Drifting => ({
  ground: topics(examples),
  before: 'cooking, gardens, medicine, money, music, sailing',
  after: 'medicine, money, music, sailing, space, sports',
  learn: 12,
});
export const driftingQuestions = (): Drifting => ({
  ground: trec(),
  before: 'ABBR, DESC, ENTY, HUM',
  after: 'ENTY, HUM, LOC, NUM',
  learn: 12,
});
export const driftingNews = (): Drifting => ({
  ground: agNews(),
  before: 'Business, Sports, World',
  after: 'Business, Sci/Tech, World',
  learn: 24,
});
