import { describe, expect, it } from 'vitest';
import { thinned } from './thinned.ts';

describe('a list of rounds', () => {
  it('stays as it is while it is short', () => {
    const list = [{ round: 1 }, { round: 2 }];
    expect(thinned(list)).toBe(list);
  });
  it('loses whole rounds of its past, never its end, and stays bounded however long it grows', () => {
    let list: readonly { readonly round: number; readonly kind: string }[] = [];
    for (let round = 1; round <= 20_000; round += 1) {
      list = thinned([...list, { round, kind: 'a' }, { round, kind: 'b' }]);
    }
    expect(list.length).toBeLessThanOrEqual(3000);
    expect(list[0]?.round).toBe(1);
    expect(list.slice(-400).map(({ round }) => round)).toEqual(
      Array.from({ length: 400 }, (_, at) => 19_801 + Math.floor(at / 2)),
    );
    const kinds = Map.groupBy(list, ({ kind }) => kind);
    expect(kinds.get('a')?.length).toBe(kinds.get('b')?.length);
  });
});
