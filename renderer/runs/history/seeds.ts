const MOST = 100;
const LARGEST = 0xffffffff;

/** Seeds as people write them, "1-5, 9"; null where that is not what they are, or more than a hundred. */
export function parseSeeds(text: string): readonly number[] | null {
  const seeds: number[] = [];
  for (const part of text.split(/[,\s]+/).filter((one) => one !== '')) {
    const found = /^(\d+)(?:[-–](\d+))?$/.exec(part);
    if (found === null) return null;
    const first = Number(found[1]);
    const last = found[2] === undefined ? first : Number(found[2]);
    if (last < first || last > LARGEST || last - first >= MOST) return null;
    for (let seed = first; seed <= last; seed += 1) seeds.push(seed);
  }
  const different = [...new Set(seeds)];
  return different.length === 0 || different.length > MOST ? null : different;
}
