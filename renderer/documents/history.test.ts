import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edit,
  emptyHistory,
  endGesture,
  redo,
  redoLabel,
  undo,
  undoLabel,
  type Versioned,
} from './history.ts';

interface Toy {
  items: Record<string, { x: number; tags: string[] }>;
  name: string;
}
const start = (): Versioned<Toy> => ({ value: { items: {}, name: 'a' }, history: emptyHistory });

const action = fc.oneof(
  fc.record({ type: fc.constant('put' as const), key: fc.constantFrom('p', 'q', 'r'), x: fc.integer() }),
  fc.record({ type: fc.constant('drop' as const), key: fc.constantFrom('p', 'q', 'r') }),
  fc.record({ type: fc.constant('tag' as const), key: fc.constantFrom('p', 'q', 'r'), tag: fc.string() }),
  fc.record({ type: fc.constant('untag' as const), key: fc.constantFrom('p', 'q', 'r') }),
  fc.record({ type: fc.constant('name' as const), name: fc.string() }),
  fc.record({ type: fc.constant('end' as const) }),
);
const gesture = fc.option(fc.constantFrom('g1', 'g2'));

describe('history', () => {
  it('undoes any edits back to the first document, and redoes them to the last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(action, gesture), { maxLength: 60 }), (actions) => {
        let now = start();
        const first = structuredClone(now.value);
        for (const [act, name] of actions) {
          if (act.type === 'end') {
            now = { ...now, history: endGesture(now.history) };
            continue;
          }
          now = edit(
            now,
            act.type,
            (draft) => {
              if (act.type === 'put') draft.items[act.key] = { x: act.x, tags: [] };
              else if (act.type === 'drop') delete draft.items[act.key];
              else if (act.type === 'tag') draft.items[act.key]?.tags.push(act.tag);
              else if (act.type === 'untag') draft.items[act.key]?.tags.shift();
              else draft.name = act.name;
            },
            name,
          );
        }
        const last = structuredClone(now.value);
        let steps = 0;
        while (undoLabel(now.history) !== null) {
          now = undo(now);
          steps += 1;
        }
        expect(now.value).toEqual(first);
        while (redoLabel(now.history) !== null) now = redo(now);
        expect(now.value).toEqual(last);
        // And a second trip, with the same number of steps.
        for (let index = 0; index < steps; index += 1) now = undo(now);
        expect(now.value).toEqual(first);
      }),
      { numRuns: 300 },
    );
  });

  it('makes one step of one gesture, and forgets the values between', () => {
    let now = start();
    for (let x = 0; x < 500; x += 1)
      now = edit(
        now,
        'name it',
        (draft) => {
          draft.name = `n${x}`;
        },
        'pull',
      );
    expect(now.history.past?.rest).toBeNull();
    expect(now.history.past?.step.patches).toHaveLength(1);
    expect(undo(now).value.name).toBe('a');
    expect(redo(undo(now)).value.name).toBe('n499');
  });

  it('starts a new step once the gesture ended', () => {
    let now = edit(
      start(),
      'one',
      (draft) => {
        draft.name = 'b';
      },
      'pull',
    );
    now = { ...now, history: endGesture(now.history) };
    now = edit(
      now,
      'two',
      (draft) => {
        draft.name = 'c';
      },
      'pull',
    );
    expect(undo(now).value.name).toBe('b');
  });

  it('leaves no step where nothing changed, and keeps the future then', () => {
    const changed = edit(start(), 'one', (draft) => {
      draft.name = 'b';
    });
    const back = undo(changed);
    const same = edit(back, 'nothing', (draft) => {
      draft.name = 'a';
    });
    expect(redoLabel(same.history)).toBe('one');
  });

  it('costs the same after ten thousand edits', () => {
    let now = start();
    for (let x = 0; x < 10_000; x += 1)
      now = edit(now, `step ${x}`, (draft) => {
        draft.items.p = { x, tags: [] };
      });
    expect(undoLabel(now.history)).toBe('step 9999');
    for (let x = 0; x < 10_000; x += 1) now = undo(now);
    expect(now.value.items).toEqual({});
  });
});
