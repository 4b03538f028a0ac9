const MOST = 3000;
/** The newest stay as they are. */
const NEWEST = 500;

/**
 * A list of what happened round by round that does not grow without bound: above some thousand entries every second of
 * its older rounds is left out, all entries of a round together.
 */
export function thinned<T extends { readonly round: number }>(list: readonly T[]): readonly T[] {
  if (list.length <= MOST) return list;
  const rounds = [...new Set(list.slice(0, -NEWEST).map(({ round }) => round))];
  const dropped = new Set(rounds.filter((_, at) => at % 2 === 1));
  return list.filter(({ round }, at) => at >= list.length - NEWEST || !dropped.has(round));
}
