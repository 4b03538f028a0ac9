const COLOURS = [
  'var(--prediction)',
  'var(--weights)',
  'var(--state)',
  'var(--score)',
  'var(--examples)',
  'var(--bad)',
];
const DASHES: readonly (readonly number[] | undefined)[] = [undefined, [7, 3], [2, 3], [9, 3, 2, 3]];

export interface RunLook {
  readonly color: string;
  readonly dash: readonly number[] | undefined;
}

/** Colour and dash of the n-th compared run; 24 of them differ, and neighbours differ in both. */
export const runLook = (at: number): RunLook => ({
  color: COLOURS[at % COLOURS.length] ?? 'var(--text)',
  dash: DASHES[(at + Math.floor(at / 12)) % DASHES.length],
});
