export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The inverse of the sigmoid. */
export const logitOf = (p: number): number => Math.log(p / (1 - p));
