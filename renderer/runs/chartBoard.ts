import { z } from 'zod';
import { create } from 'zustand';
import type { Axis } from './charts/axis.ts';

/** Which charts stand under the canvas and how they are drawn; the browser remembers it. */
const boardSchema = z.object({
  /** Ids of chart choices; `quality` is accuracy or perplexity, whichever the task has. */
  charts: z.array(z.string()).max(64),
  axis: z.enum(['round', 'step', 'time']),
  smoothing: z.number().min(0).max(0.99),
  scale: z.enum(['linear', 'log']),
  legend: z.boolean(),
  /** A zoom in one chart is one in all. */
  together: z.boolean(),
});
export type ChartBoard = z.output<typeof boardSchema> & { readonly axis: Axis };

const KEY = 'shuurai.charts';
const FIRST: ChartBoard = {
  charts: ['quality', 'loss'],
  axis: 'round',
  smoothing: 0,
  scale: 'linear',
  legend: false,
  together: true,
};

function remembered(): ChartBoard {
  if (typeof localStorage === 'undefined') return FIRST;
  try {
    const parsed = boardSchema.partial().safeParse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    return parsed.success ? { ...FIRST, ...withoutUndefined(parsed.data) } : FIRST;
  } catch {
    return FIRST; // written by something else
  }
}

const withoutUndefined = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never; // the filter above

export const useChartBoard = create<ChartBoard>()(() => remembered());
useChartBoard.subscribe((board) => {
  if (typeof localStorage !== 'undefined') localStorage.setItem(KEY, JSON.stringify(board));
});

export const setBoard = (change: Partial<ChartBoard>): void => useChartBoard.setState(change);

const charts = (change: (before: readonly string[]) => string[]): void =>
  useChartBoard.setState((board) => ({ charts: change(board.charts) }));

export const addChart = (id: string): void => charts((before) => [...before, id]);
export const removeChart = (at: number): void =>
  charts((before) => before.filter((_, index) => index !== at));
export const pickChart = (at: number, id: string): void => charts((before) => before.with(at, id));
/** Puts the chart at `from` into the place `to`. */
export const moveChart = (from: number, to: number): void =>
  charts((before) => {
    const moved = before[from];
    if (moved === undefined || to < 0 || to >= before.length) return [...before];
    return before.toSpliced(from, 1).toSpliced(to, 0, moved);
  });
