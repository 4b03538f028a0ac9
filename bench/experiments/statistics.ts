export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** A share as people read it: "0.93". */
export const two = (value: number): string => value.toFixed(2);
export const three = (value: number): string => value.toFixed(3);
