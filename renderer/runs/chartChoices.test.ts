import { describe, expect, it } from 'vitest';
import { chartChoices } from './chartChoices.ts';

const fish = ['a', 'b'].map((id) => ({
  id,
  nodeId: id,
  name: id.toUpperCase(),
  school: 's',
  parameters: 1,
  examples: 1,
}));
const run = { fish, fishState: { a: 'running', b: 'dead' }, task: 'classification' } as const;
const choices = (series: readonly string[]) => chartChoices(run, series, (id) => id.toUpperCase());

describe('chartChoices', () => {
  it('offers accuracy and loss before anything was measured', () => {
    expect(choices([]).map(({ title }) => title)).toEqual(['Accuracy, validation', 'Loss, validation']);
  });

  it('offers all that was measured, with names, units and definitions of the catalogue', () => {
    const found = choices(['swarm/diversity', 'node/gate/gateEntropy', 'link/l/bytes', 'run/gflops']);
    const pick = (id: string) => found.find((choice) => choice.id === id);
    expect(pick('diversity')).toMatchObject({ title: 'Diversity', unit: '%', percent: true });
    expect(pick('node/gate/gateEntropy')).toMatchObject({ title: 'GATE: gate entropy', group: 'GATE' });
    expect(pick('node/gate/gateEntropy')?.definition).toContain('entropy of the weights');
    expect(pick('link/bytes')?.unit).toBe('bytes');
    expect(pick('run/gflops')?.title).toBe('Speed');
  });

  it('offers schools where there are several, as means of their fish', () => {
    const members = ['s:1', 's:2', 'b'].map((id) => ({
      ...fish[0]!,
      id,
      nodeId: id.split(':')[0]!,
      name: id,
    }));
    const found = chartChoices({ ...run, fish: members }, ['fish/s:1/loss'], (id) => id.toUpperCase());
    const schools = found.find(({ id }) => id === 'school/loss');
    expect(schools?.title).toBe('Schools: loss');
    expect(schools?.lines.map(({ label, meanOf }) => [label, meanOf])).toEqual([
      ['S', ['fish/s:1/loss', 'fish/s:2/loss']],
      ['B', ['fish/b/loss']],
    ]);
    expect(choices(['fish/a/loss']).some(({ id }) => id.startsWith('school/'))).toBe(false);
  });

  it('draws best and mean fish beside the swarm', () => {
    const accuracy = choices(['swarm/accuracy']).find(({ id }) => id === 'accuracy');
    expect(accuracy?.lines.map(({ label }) => label)).toEqual(['A', 'B', 'mean fish', 'best fish', 'swarm']);
  });

  it('draws what a node says of its sources in one chart, dead ones grey', () => {
    const found = choices(['node/mean/weight/a', 'node/mean/weight/b', 'node/mean/accuracy']);
    const weights = found.find(({ id }) => id === 'node/mean/weight');
    expect(weights?.lines.map(({ label, look }) => [label, look])).toEqual([
      ['A', 'other'],
      ['B', 'dead'],
    ]);
  });

  it('draws what all nodes answer in one chart, that of the swarm strong', () => {
    const series = ['fish/a/accuracy', 'fish/a/exit/1', 'node/mean/accuracy', 'node/vote/accuracy'];
    const nodes = chartChoices(run, series, (id) => id, 'mean').find(({ id }) => id === 'nodes/accuracy');
    expect(nodes).toMatchObject({ title: 'Nodes: accuracy', percent: true, coloured: true });
    expect(nodes?.lines.map(({ label, look }) => [label, look])).toEqual([
      ['a', 'other'],
      ['a@1', 'other'],
      ['mean', 'swarm'],
      ['vote', 'other'],
    ]);
    expect(choices(['node/mean/accuracy']).some(({ id }) => id === 'nodes/accuracy')).toBe(false);
  });
});
