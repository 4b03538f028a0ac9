// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
// as 1, 2, 3" (SC 2011). One block is a pure function of (counter, key), so any place of any stream can be
// computed without the places before it.

const M0_LOW = 0x1f53;
const M0_HIGH = 0xd251;
const M0 = 0xd2511f53;
const M1_LOW = 0x8d57;
const M1_HIGH = 0xcd9e;
const M1 = 0xcd9e8d57;
/** Weyl increments of the key schedule: the golden ratio and sqrt(3) - 1, times 2^32. */
const W0 = 0x9e3779b9;
const W1 = 0xbb67ae85;
const ROUNDS = 10;

/** High 32 bits of the product of `a` and the constant whose halves are given, from 16-bit pieces. */
function multiplyHigh(a: number, low: number, high: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const p1 = Math.imul(aHigh, low);
  const p2 = Math.imul(aLow, high);
  const middle = (Math.imul(aLow, low) >>> 16) + (p1 & 0xffff) + (p2 & 0xffff);
  return (Math.imul(aHigh, high) + (p1 >>> 16) + (p2 >>> 16) + (middle >>> 16)) | 0;
}

/** Writes the block of 4 words for counter (c0..c3) and key (k0, k1) to `out[offset..offset + 3]`. */
export function philox4x32(
  out: Uint32Array,
  offset: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(x0, M0_LOW, M0_HIGH);
    const low0 = Math.imul(x0, M0);
    const high1 = multiplyHigh(x2, M1_LOW, M1_HIGH);
    const low1 = Math.imul(x2, M1);
    x0 = high1 ^ x1 ^ key0;
    x1 = low1;
    x2 = high0 ^ x3 ^ key1;
    x3 = low0;
    key0 = (key0 + W0) | 0;
    key1 = (key1 + W1) | 0;
  }
  out[offset] = x0;
  out[offset + 1] = x1;
  out[offset + 2] = x2;
  out[offset + 3] = x3;
}
