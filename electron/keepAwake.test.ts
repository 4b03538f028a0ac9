import { expect, it } from 'vitest';
import { keepAwake } from './keepAwake.ts';

it('the system is held awake exactly while something computes', () => {
  const held = new Set<number>();
  let next = 1;
  const tell = keepAwake({
    start() {
      held.add(next);
      next += 1;
      return next - 1;
    },
    stop: (id) => held.delete(id),
  });
  tell(false);
  expect(held.size).toBe(0);
  tell(true);
  tell(true);
  expect(held.size).toBe(1);
  tell(false);
  expect(held.size).toBe(0);
  tell(true);
  expect([...held]).toEqual([2]);
});
