/** The shortest of the ascending `lengths` that holds `needed` tokens; the longest where none does (texts are cut). */
export function bucketLength(lengths: readonly number[], needed: number): number {
  return lengths.find((length) => length >= needed) ?? lengths.at(-1) ?? needed;
}
