import { describe, expect, it } from 'vitest';
import { fishColumns, fishCsv, usualColumns } from './fishColumns.ts';
import { fishRowsOf } from './useFishRows.ts';

const fish = ['a:1', 'a:2'].map((id, at) => ({
  id,
  nodeId: 'a',
  name: `Fish, ${at + 1}`,
  school: 's',
  parameters: 1,
  examples: at === 0 ? 30 : 10,
}));
const run = {
  fish,
  fishState: { 'a:1': 'running', 'a:2': 'dead' },
  fishTrouble: {},
  latest: {
    'fish/a:1/accuracy': 0.8125,
    'fish/a:1/tokens': 300,
    'fish/a:2/tokens': 100,
    'fish/a:2/accuracy': 0.5,
    'fish/a:1/contribution': 0.004,
    'run/tokensPerSecond': 2000,
  },
} as const;
const rows = fishRowsOf(run, 'accuracy', null);
const columns = fishColumns('accuracy');
const text = (id: string, row: number): string =>
  columns.find((column) => column.id === id)?.text(rows[row]!) ?? '';

describe('figures of the fish', () => {
  it('say nothing of a dead one but what it has', () => {
    expect([text('quality', 0), text('quality', 1)]).toEqual(['81.3', '–']);
    expect([text('share', 0), text('share', 1)]).toEqual(['75.0 %', '25.0 %']);
    expect(text('state', 1)).toBe('dead');
  });
  it('deal the speed of the swarm out by tokens', () => {
    expect([text('speed', 0), text('speed', 1)]).toEqual(['1.5 k', '–']);
  });
  it('show what only some swarms measure where it is measured', () => {
    expect(usualColumns(rows, 'aside')).toContain('contribution');
    expect(usualColumns(rows, 'alone')).not.toContain('reputation');
    expect(text('contribution', 0)).toBe('+0.4');
  });
  it('are saved in full, names quoted', () => {
    const some = columns.filter(({ id }) => ['name', 'quality', 'state'].includes(id));
    expect(fishCsv(some, rows)).toBe('Fish,Accuracy,State\n"Fish, 1",0.8125,live\n"Fish, 2",,dead\n');
  });
});
