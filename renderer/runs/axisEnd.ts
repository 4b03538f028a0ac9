/** Runs of no more rounds than this show all of their axis from the start. */
const SHORT = 100;

/**
 * Where the axis of a run's charts ends: at the last round of a short run; else at a round number above what has been
 * lived, which moves on rarely, so that neither a growing line moves what is drawn nor a long future presses it flat.
 */
export function axisEnd(round: number, rounds: number): number {
  if (rounds <= SHORT) return rounds;
  const wanted = Math.max(SHORT / 2, round * 1.1);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const nice = [1, 1.5, 2, 3, 5, 7.5, 10].map((digit) => digit * power).find((end) => end >= wanted);
  return Math.min(rounds, nice ?? rounds);
}
