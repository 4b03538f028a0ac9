import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../document/parse.ts';
import { jsonLines, shuurai } from './shuurai.testing.ts';

let home = '';
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'shuurai-export-'));
  await shuurai(home, 'templates', 'new', 'hierarchical', 'h.swarm');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
const at = (name: string): string => join(home, name);

describe('export', () => {
  it('writes a swarm as JSON that is the swarm, and as YAML, Mermaid and SVG', async () => {
    const json = await shuurai(home, 'export', at('h.swarm'), '--to', 'json');
    expect(json.code).toBe(0);
    expect(parseDocument(json.stdout)).toMatchObject({ ok: true });
    const svg = await shuurai(
      home,
      'export',
      at('h.swarm'),
      '--to',
      'svg',
      '--theme',
      'dark',
      '--out',
      at('h.svg'),
      '--json',
    );
    expect(jsonLines(svg.stdout)).toMatchObject([{ type: 'exported', format: 'svg', file: at('h.svg') }]);
    expect(readFileSync(at('h.svg'), 'utf8')).toMatch(/^<svg .*>\n<title>Hierarchical<\/title>/);
    expect((await shuurai(home, 'export', at('h.swarm'), '--to', 'mermaid')).stdout).toMatch(
      /^flowchart LR\n/,
    );
    const yaml = await shuurai(home, 'export', at('h.swarm'), '--to', 'yaml', '--out', at('h.swarm.yaml'));
    expect(yaml.code).toBe(0);
    // What was written as YAML is the same swarm wherever a file is read.
    expect((await shuurai(home, 'export', at('h.swarm.yaml'), '--to', 'json')).stdout).toBe(json.stdout);
    expect((await shuurai(home, 'validate', at('h.swarm.yaml'))).code).toBe(0);
    const half = readFileSync(at('h.swarm.yaml'), 'utf8').replace('version: 1', 'version: *one');
    writeFileSync(at('half.yml'), half);
    const refused = await shuurai(home, 'run', at('half.yml'));
    expect(refused.stderr).toContain('half.yml, line 1, column 10: Anchors and aliases');
    expect(refused.code).toBe(2);
  });

  it("writes a run's metrics and its document", async () => {
    await shuurai(
      home,
      'run',
      at('h.swarm'),
      '--rounds',
      '1',
      '--set',
      'run.local=2 steps',
      '--set',
      'nodes.crash.params.round=1',
      '--json',
    );
    const [kept] = jsonLines((await shuurai(home, 'runs', '--json')).stdout);
    const id = String(kept?.id);
    const csv = await shuurai(home, 'export', id, '--to', 'csv', '--out', at('run.csv'));
    expect(csv.stderr).toBe('');
    const lines = readFileSync(at('run.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toBe('series,round,step,milliseconds,value');
    expect(lines.filter((line) => line.startsWith('swarm/accuracy,'))).toHaveLength(1);
    const events = at('events.out.tfevents.1.run');
    expect((await shuurai(home, 'export', id, '--to', 'tensorboard', '--out', events)).code).toBe(0);
    expect(readFileSync(events).toString('latin1')).toMatch(/brain\.Event:2.*swarm\/accuracy/s);
    const document = await shuurai(home, 'export', id, '--to', 'json');
    expect(JSON.parse(document.stdout)).toMatchObject({ run: { rounds: 1 } });
  }, 120_000);

  it('refuses what makes no sense with a sentence, and writes nothing', async () => {
    const before = readdirSync(home).toSorted();
    const says = async (...args: string[]) => {
      const { code, stderr } = await shuurai(home, 'export', ...args);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await says(at('h.swarm'), '--to', 'pgn')).toMatch(
      /no format "pgn"\. Did you mean "png"\?|no format "pgn"/,
    );
    expect(await says(at('h.swarm'), '--to', 'png')).toMatch(/needs a browser/);
    expect(await says(at('h.swarm'), '--to', 'csv')).toMatch(/metrics belong to runs/);
    expect(await says(at('h.swarm'))).toMatch(/Say what to write/);
    expect(await says(at('h.swarm'), '--to', 'svg', '--theme', 'blue')).toMatch(/dark or light/);
    expect(await says(at('h.swarm'), '--to', 'svg', '--out', at('h.swarm'))).toMatch(
      /is the file that is exported/,
    );
    expect(await says(at('none.swarm'), '--to', 'svg')).toMatch(/does not exist/);
    expect(await says(at('h.swarm'), '--to', 'svg', '--out', home)).toMatch(
      /is a folder\. Name a file in it/,
    );
    writeFileSync(at('wall'), '');
    expect(await says(at('h.swarm'), '--to', 'svg', '--out', join(at('wall'), 'x.svg'))).toMatch(
      /could not be written: .*[^.]\. Choose another place/,
    );
    rmSync(at('wall'));
    expect(readdirSync(home).toSorted()).toEqual(before);
  });
});
