export const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** The middle value; the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const order = values.toSorted((a, b) => a - b);
  const middle = Math.floor(order.length / 2);
  return order.length % 2 === 1 ? order[middle]! : (order[middle - 1]! + order[middle]!) / 2;
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** A number between 0 and 1 with three digits: "0.934". */
export const three = (value: number): string => value.toFixed(3);
