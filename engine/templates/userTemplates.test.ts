import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UserTemplates } from './userTemplates.ts';

const shipped = readFileSync(new URL('../../templates/distributed.swarm', import.meta.url), 'utf8');
const named = (name: string): string => shipped.replace('"name": "Distributed"', `"name": "${name}"`);

let folder: string;
let templates: UserTemplates;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuurai-templates-'));
  templates = new UserTemplates(join(folder, 'templates'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps swarms as files named after them, none over another', () => {
  expect(templates.list()).toEqual([]);
  expect(templates.save(named('Mine: école'))).toBe('mine-ecole');
  expect(templates.save(named('Mine: école'))).toBe('mine-ecole-2');
  expect(readdirSync(join(folder, 'templates'))).toEqual(['mine-ecole-2.swarm', 'mine-ecole.swarm']);
  expect(templates.list().map(({ problem }) => problem)).toEqual([null, null]);
  expect(JSON.parse(templates.read('mine-ecole')).meta.name).toBe('Mine: école');
});

it('renames file and swarm, and deletes', () => {
  const id = templates.save(named('One'));
  const renamed = templates.rename(id, 'Two');
  expect(renamed).toBe('two');
  expect(templates.list().map((one) => one.id)).toEqual(['two']);
  expect(JSON.parse(templates.read('two')).meta.name).toBe('Two');
  expect(templates.rename('two', 'TWO!')).toBe('two');
  templates.delete('two');
  expect(templates.list()).toEqual([]);
  expect(() => templates.delete('two')).toThrow(/no template "two"/);
});

it('says of a broken file what is wrong and where, and shows the others', () => {
  templates.save(named('Good'));
  writeFileSync(join(folder, 'templates', 'cut.swarm'), shipped.slice(0, 200));
  writeFileSync(join(folder, 'templates', 'note.txt'), 'not a swarm');
  const [broken, good] = templates.list();
  expect(broken).toMatchObject({ id: 'cut', document: null });
  expect(broken?.problem).toMatch(/line \d+/i);
  expect(good).toMatchObject({ id: 'good', problem: null });
  expect(() => templates.save('{"version": 99}')).toThrow();
});
