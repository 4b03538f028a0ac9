import { z } from 'zod';
import { create } from 'zustand';
import type { Axis } from './charts/axis.ts';

const chartsSchema = z.array(z.string()).max(64);

/** Which charts stand under the canvas and how they are drawn; the browser remembers it. */
const boardSchema = z.object({
  /** Ids of chart choices; `quality` is accuracy or perplexity, whichever the task has. */
  charts: chartsSchema,
  /** In place of what a document proposes, by the proposal. */
  changed: z.record(z.string(), chartsSchema),
  axis: z.enum(['round', 'step', 'time']),
  smoothing: z.number().min(0).max(0.99),
  scale: z.enum(['linear', 'log']),
  /** Null: where lines have colours of their own. */
  legend: z.boolean().nullable(),
  /** A zoom in one chart is one in all. */
  together: z.boolean(),
});
export type ChartBoard = z.output<typeof boardSchema> & { readonly axis: Axis };

/** Charts a document asks for; undefined: those of the person. */
export type ProposedCharts = readonly string[] | undefined;

const KEY = 'shuurai.charts';
/** Changed proposals that are remembered; the oldest are forgotten. */
const REMEMBERED = 64;
const FIRST: ChartBoard = {
  charts: ['quality', 'loss'],
  changed: {},
  axis: 'round',
  smoothing: 0,
  scale: 'linear',
  legend: null,
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

const keyOf = (proposed: readonly string[]): string => proposed.join(' ');

/** The charts to show with a document. */
export const chartsOn = (
  { charts, changed }: Pick<ChartBoard, 'charts' | 'changed'>,
  proposed: ProposedCharts,
): readonly string[] => (proposed === undefined ? charts : (changed[keyOf(proposed)] ?? proposed));

function change(proposed: ProposedCharts, edit: (before: readonly string[]) => string[]): void {
  useChartBoard.setState((board) => {
    const charts = edit(chartsOn(board, proposed));
    if (proposed === undefined) return { charts };
    const { [keyOf(proposed)]: _, ...others } = board.changed;
    const kept = Object.entries(others).slice(1 - REMEMBERED);
    return { changed: { ...Object.fromEntries(kept), [keyOf(proposed)]: charts } };
  });
}

export const addChart = (proposed: ProposedCharts, id: string): void =>
  change(proposed, (before) => [...before, id]);
export const removeChart = (proposed: ProposedCharts, at: number): void =>
  change(proposed, (before) => before.filter((_, index) => index !== at));
export const pickChart = (proposed: ProposedCharts, at: number, id: string): void =>
  change(proposed, (before) => before.with(at, id));
/** Puts the chart at `from` into the place `to`. */
export const moveChart = (proposed: ProposedCharts, from: number, to: number): void =>
  change(proposed, (before) => {
    const moved = before[from];
    if (moved === undefined || to < 0 || to >= before.length) return [...before];
    return before.toSpliced(from, 1).toSpliced(to, 0, moved);
  });
