import { expect, test } from 'vitest';
import { readSource } from './readSource.ts';

const read = (source: string) => readSource('view.tsx', source);

test('keys number what is put in, in the order of the English text', () => {
  const { keys, counted } = read(
    `t\`Kill \${name} of \${school.title}\`; counted(n, '{0} node', '{0} nodes', format);`,
  );
  expect(keys).toEqual(['Kill {0} of {1}']);
  expect(counted).toEqual(['{0} node | {0} nodes']);
});

test('a counted text that is no literal cannot be collected, and is named', () => {
  expect(read("const a = 1;\ncounted(n, one, '{0} nodes');").problems).toEqual([
    { line: 2, text: 'counted() needs two literal texts.' },
  ]);
});

const untranslated = (source: string) => read(source).literals.map(({ text }) => text);

test('finds texts that no language could translate, wherever a person would read them', () => {
  expect(untranslated('<p>No swarm is open.</p>')).toEqual(['No swarm is open.']);
  expect(untranslated('<button aria-label="Close" className="btn quiet" />')).toEqual(['Close']);
  expect(untranslated(`<b title={open ? 'Fold' : \`Open \${name}\`}>{open ? 'shut' : rows}</b>`)).toEqual([
    'Fold',
    'Open {0}',
    'shut',
  ]);
  expect(untranslated("const command = { id: 'open', label: 'Open…' };")).toEqual(['Open…']);
  expect(
    untranslated(`notify('Saved.', 'ok'); throw new ShuuraiError('internal', \`\${x} is lost\`);`),
  ).toEqual(['Saved.', '{0} is lost']);
  expect(untranslated("const state = (a) => { return 'The run has ended.'; };")).toEqual([
    'The run has ended.',
  ]);
});

test('leaves alone what is translated, and what nobody reads', () => {
  expect(untranslated('<p className="a b">{t`No swarm`} <kbd>⌘</kbd> {2} · 3</p>')).toEqual([]);
  expect(untranslated("counted(n, 'One swarm is open', 'Many swarms are open')")).toEqual([]);
  expect(untranslated("const kind = 'language-modelling'; element.className = 'card wide';")).toEqual([]);
});

test('an English word put into a translated text is found', () => {
  expect(untranslated(`t\`\${n} \${n === 1 ? 'voice' : 'voices'}\``)).toEqual(['voice', 'voices']);
});
