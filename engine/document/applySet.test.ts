import { describe, expect, it } from 'vitest';
import { ShuuraiError } from '../core/errors.ts';
import { applyData, applySet, applySetArgument } from './applySet.ts';
import { wholeSwarm } from './build.testing.ts';
import { valueAt } from './sentences.ts';

const whole = wholeSwarm();
const before = JSON.stringify(whole);

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof ShuuraiError && thrown.code === 'invalid-arguments') return thrown.message;
    throw thrown;
  }
  throw new Error('expected a refusal');
}

describe('setting one value', () => {
  it.each([
    ['nodes.fish.params.layers', '4', 4],
    ['nodes.fish.params.learningRate', '3e-4', 0.0003],
    ['nodes.fish.params.positional', 'rotary', 'rotary'],
    ['nodes.data.params.skipBadRows', 'yes', true],
    ['nodes.data.params.textColumn', '0', '0'],
    ['nodes.goal.params.target', '0.9', 0.9],
    ['nodes.goal.params.target', 'none', null],
    ['nodes.fish.name', 'Minnows', 'Minnows'],
    ['links.link-1.params.strength', '0.5', 0.5],
    ['run.rounds', '7', 7],
    ['run.executor', 'tfjs', 'tfjs'],
    ['run.local', '0.25 epochs', { unit: 'epochs', amount: 0.25 }],
    ['run.local', '30 steps', { unit: 'steps', amount: 30 }],
    ['run.local.amount', '5', { unit: 'steps', amount: 5 }],
    ['run.local.unit', 'epochs', { unit: 'epochs', amount: 20 }],
    ['meta.name', '2024', '2024'],
    ['meta.tags', 'a, b', ['a', 'b']],
  ])('[D8] %s=%s gives it the type its schema asks for', (path, text, value) => {
    const keys = path.startsWith('run.local') ? ['run', 'local'] : path.split('.');
    expect(valueAt(applySet(whole, path, text), keys)).toEqual(value);
    expect(JSON.stringify(whole)).toBe(before);
  });

  it.each([
    [
      'nodes.fsh.params.layers',
      '4',
      'This swarm has no node "fsh". Did you mean "fish"? There is: data, fish, goal, mean, part.',
    ],
    [
      'nodes.fish.params.layer',
      '4',
      /^"nodes\.fish\.params\.layer" is nothing that can be set\. Did you mean "layers"\? There is: count, layers, /,
    ],
    [
      'nodes.fish.params.layers',
      'many',
      '"nodes.fish.params.layers" must be a whole number from 1 to 24, not "many".',
    ],
    [
      'nodes.fish.params.layers',
      '2.5',
      '"nodes.fish.params.layers" must be a whole number from 1 to 24, not "2.5".',
    ],
    [
      'nodes.fish.params.layers',
      '',
      '"nodes.fish.params.layers" must be a whole number from 1 to 24, not "".',
    ],
    [
      'nodes.fish.params.pooling',
      'max',
      '"nodes.fish.params.pooling" must be one of mean, cls, attention, not "max".',
    ],
    [
      'nodes.data.params.lowercase',
      'maybe',
      '"nodes.data.params.lowercase" must be true or false, not "maybe".',
    ],
    [
      'nodes.goal.params.target',
      'high',
      '"nodes.goal.params.target" must be a number from 0 to 1000000000, or null, not "high".',
    ],
    ['nodes.fish.params.layers.deep', '4', /is nothing that can be set/],
    ['nodes.fish.position', '4', 'A node has no "position" to set. There is: params, name.'],
    ['nodes.__proto__.params.layers', '4', /has no node "__proto__"/],
    ['nodes.fish.params.__proto__', '4', /is nothing that can be set/],
    ['links.l.params.strength', '1', /has no link "l"/],
    ['run.local', '2.5 steps', /steps are whole numbers/],
    ['run.local', 'lots', /steps are whole numbers/],
    ['run.round', '1', /Did you mean "rounds"\?/],
    [
      'node.fish',
      '1',
      '"node.fish" is nothing that can be set. Did you mean "nodes"? There is: nodes, links, run, meta.',
    ],
  ])('[D8] %s=%s is refused with what there is', (path, text, message) => {
    expect(messageOf(() => applySet(whole, path, text))).toMatch(message);
  });

  it('[D8] takes an argument at its first equals sign', () => {
    expect(applySetArgument(whole, 'meta.name=a=b').meta.name).toBe('a=b');
    expect(messageOf(() => applySetArgument(whole, 'meta.name'))).toMatch(/^--set takes PATH=VALUE/);
  });

  it('[D8] gives a dataset a file', () => {
    const document = applyData(whole, 'data', 'a b.csv');
    expect(document.nodes['data' as keyof typeof document.nodes]?.params).toMatchObject({
      source: 'file',
      path: 'a b.csv',
    });
    expect(messageOf(() => applyData(whole, 'fish', 'x.csv'))).toBe(
      'This swarm has no dataset "fish". There is: data.',
    );
  });
});
