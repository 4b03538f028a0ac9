import { describe, expect, it } from 'vitest';
import type { ChartMarker } from './chartData.ts';
import { labelPlaces, markerGroups } from './markerGroups.ts';

const mark = (x: number, label: string, tone: ChartMarker['tone'] = 'ok'): ChartMarker => ({
  x,
  label,
  tone,
  shape: 'line',
});

describe('marks on a chart', () => {
  it('joins those that would lie on each other, named by the gravest', () => {
    const marks = [
      mark(10, 'A is back'),
      mark(11, 'B died', 'bad'),
      mark(40, 'C died', 'bad'),
      mark(900, 'D'),
    ];
    const groups = markerGroups(marks, (x) => x, [0, 100]);
    expect(groups.map(({ name }) => name)).toEqual(['B died', 'C died']);
    expect(groups[0]?.members.map(({ label }) => label)).toEqual(['A is back', 'B died']);
  });

  it('never puts one label over another, however many there are', () => {
    const marks = Array.from({ length: 60 }, (_, at) => mark(at * 6, `event ${at}`));
    const groups = markerGroups(marks, (x) => x, [0, 400]);
    const places = labelPlaces(groups, (label) => label.length * 5, [0, 400], { gap: 5 });
    const shown = groups.flatMap((_, at) => {
      const place = places[at];
      return place == null ? [] : [{ ...place, right: place.left + place.width }];
    });
    // Each mark is named, or counted by a label that passes over it.
    const counts = shown.map(({ text }) => 1 + Number(/\+ (\d+)/.exec(text)?.[1] ?? 0));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(shown.length).toBeGreaterThan(3);
    for (const [at, one] of shown.entries()) {
      for (const other of shown.slice(at + 1)) {
        expect(one.right <= other.left || other.right <= one.left).toBe(true);
      }
    }
  });

  it('names the gravest where there is no room for all', () => {
    const groups = markerGroups([mark(10, 'A is back'), mark(30, 'B died', 'bad')], (x) => x, [0, 400]);
    const places = labelPlaces(groups, (label) => label.length * 5, [0, 400], { gap: 5 });
    expect(places).toEqual([null, { left: 35, width: 30, text: 'B died' }]);
  });

  it('counts the marks that a label passes over', () => {
    const widthOf = (label: string): number => label.length * 5;
    const textsOf = (...at: number[]) => {
      const marks = at.map((x) => mark(x, `Fish ${x} died`, 'bad'));
      const groups = markerGroups(marks, (x) => x, [0, 400]);
      return labelPlaces(groups, widthOf, [0, 400], { gap: 5 }).map((place) => place?.text ?? null);
    };
    expect(textsOf(10, 40, 60)).toEqual(['Fish 10 died + 2 more', null, null]);
    // It grew over the one at 100, which is then counted too; the last has its own.
    expect(textsOf(10, 40, 100, 300)).toEqual(['Fish 10 died + 2 more', null, null, 'Fish 300 died']);
  });

  it('puts a label on the other side of its mark near the end, and shortens it where it fits on neither', () => {
    const widthOf = (label: string): number => label.length * 5;
    const placesOf = (end: number) => {
      const groups = markerGroups([mark(90, 'School 3 left the swarm')], (x) => x, [0, end]);
      return labelPlaces(groups, widthOf, [0, end], { gap: 5 })[0];
    };
    expect(placesOf(400)).toEqual({ left: 95, width: 115, text: 'School 3 left the swarm' });
    expect(placesOf(150)).toEqual({ left: 95, width: 55, text: 'School 3 l…' });
    expect(placesOf(120)).toBeNull();
  });

  it('keeps the number of those it stands for when it is shortened', () => {
    const marks = [mark(90, 'School 3 left the swarm', 'bad'), mark(91, 'A'), mark(92, 'B')];
    const groups = markerGroups(marks, (x) => x, [0, 160]);
    const [place] = labelPlaces(groups, (label) => label.length * 5, [0, 160], { gap: 5 });
    expect(place?.text).toBe('School 3… + 2');
  });
});
