import { describe, expect, it } from 'vitest';
import { create } from 'zustand';
import { followById } from './followById.ts';
import { rememberLast } from './rememberLast.ts';

interface Entry {
  readonly text: string;
}

function setup() {
  const store = create<{ readonly texts: Readonly<Record<string, string>> }>()(() => ({ texts: {} }));
  let reads = 0;
  const entries = rememberLast((texts: Readonly<Record<string, string>>) => {
    reads += 1;
    return new Map(Object.entries(texts).map(([id, text]): [string, Entry] => [id, { text }]));
  });
  const all = followById(
    [store],
    () => entries(store.getState().texts),
    (a, b) => a.text === b.text,
  );
  const told: string[] = [];
  const stops = ['a', 'b', 'c'].map((id) => all.subscribe(id, () => told.push(id)));
  return { store, all, told, stops, reads: () => reads };
}

describe('something of many things, followed by id', () => {
  it('tells those whose entry changed, and nobody else', () => {
    const { store, told } = setup();
    store.setState({ texts: { a: 'one', b: 'two' } });
    expect(told).toEqual(['a', 'b']);
    store.setState({ texts: { a: 'one', b: 'three' } });
    expect(told).toEqual(['a', 'b', 'b']);
    store.setState({ texts: { b: 'three' } });
    expect(told).toEqual(['a', 'b', 'b', 'a']);
  });

  it('keeps the identity of what is the same, and makes nothing anew while nothing changed', () => {
    const { store, all, reads } = setup();
    store.setState({ texts: { a: 'one' } });
    const first = all.get('a');
    store.setState({ texts: { a: 'one', c: 'x' } });
    expect(all.get('a')).toBe(first);
    expect(first).toEqual({ text: 'one' });
    expect(reads()).toBe(2); // once a change
  });

  it('tells nobody who left', () => {
    const { store, told, stops } = setup();
    stops[0]?.();
    store.setState({ texts: { a: 'one', b: 'two' } });
    expect(told).toEqual(['b']);
  });
});
