import { describe, expect, it } from 'vitest';
import type { ChartMarker } from './chartData.ts';
import { fitted, labelPlaces, markerGroups } from './markerGroups.ts';

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
    expect(groups.map(({ label }) => label)).toEqual(['B died + 1 more', 'C died']);
    expect(groups[0]?.members.map(({ label }) => label)).toEqual(['A is back', 'B died']);
  });

  it('never puts one label over another, however many there are', () => {
    const marks = Array.from({ length: 60 }, (_, at) => mark(at * 6, `event ${at}`));
    const groups = markerGroups(marks, (x) => x, [0, 400]);
    const places = labelPlaces(groups, (label) => label.length * 5, [0, 400], { gap: 5 });
    const shown = groups.flatMap((_, at) => {
      const place = places[at];
      return place == null ? [] : [{ ...place, right: place.left + place.room }];
    });
    expect(shown.length).toBeGreaterThan(5);
    for (const [at, one] of shown.entries()) {
      for (const other of shown.slice(at + 1)) {
        expect(one.right <= other.left || other.right <= one.left).toBe(true);
      }
    }
  });

  it('names the gravest where there is no room for all', () => {
    const groups = markerGroups([mark(10, 'A is back'), mark(30, 'B died', 'bad')], (x) => x, [0, 400]);
    const places = labelPlaces(groups, (label) => label.length * 5, [0, 400], { gap: 5 });
    expect(places).toEqual([null, { left: 35, room: 30 }]);
  });

  it('puts a label on the other side of its mark near the end, and shortens it where it fits on neither', () => {
    const widthOf = (label: string): number => label.length * 5;
    const placesOf = (end: number) => {
      const groups = markerGroups([mark(90, 'School 3 left the swarm')], (x) => x, [0, end]);
      return labelPlaces(groups, widthOf, [0, end], { gap: 5 })[0];
    };
    expect(placesOf(400)).toEqual({ left: 95, room: 115 });
    expect(placesOf(150)).toEqual({ left: 95, room: 55 });
    expect(placesOf(120)).toBeNull();
    expect(fitted('School 3 left the swarm', 55, widthOf)).toBe('School 3 l…');
    expect(fitted('School 3', 55, widthOf)).toBe('School 3');
  });
});
