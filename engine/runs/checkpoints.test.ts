import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint } from './checkpoints.ts';
import type { Checkpoint } from './types.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuurai-checkpoints-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const checkpoint = (round: number, values = 4): Checkpoint => ({
  round,
  tensors: [{ name: 'w', dtype: 'f32', shape: [values], data: new Float32Array(values).fill(round / 3) }],
  state: { step: round * 10, best: Number.NEGATIVE_INFINITY, loss: Number.NaN, zero: -0, text: 'é\u0000' },
});

const names = () => readdirSync(folder).sort();
const inRound = (round: string, name: string) => join(folder, round, name);

describe('checkpoints', () => {
  it('are read back exactly, numbers that JSON does not know included', () => {
    expect(readCheckpoint(folder)).toBeNull();
    writeCheckpoint(folder, checkpoint(40));
    expect(readCheckpoint(folder)).toEqual(checkpoint(40));
    expect(names()).toEqual(['round-000040']);
  });

  it('refuses state that JSON would silently change', () => {
    expect(() => writeCheckpoint(folder, { ...checkpoint(1), state: { weights: new Map() } })).toThrow(
      '"weights" is a Map',
    );
    expect(names()).toEqual([]);
  });

  it('keeps the newest three and sweeps what a killed process left half written', () => {
    mkdirSync(join(folder, '.tmp-round-000002-abc'));
    writeFileSync(join(folder, '.tmp-round-000002-abc', 'tensors.safetensors'), 'half');
    for (const round of [1, 2, 3, 4]) writeCheckpoint(folder, checkpoint(round));
    expect(names()).toEqual(['round-000002', 'round-000003', 'round-000004']);
  });

  it('forgets checkpoints of rounds that are run anew', () => {
    for (const round of [5, 10, 15]) writeCheckpoint(folder, checkpoint(round));
    writeCheckpoint(folder, checkpoint(7));
    expect(names()).toEqual(['round-000005', 'round-000007']);
  });

  it.each([
    ['a tensor file cut in half', () => truncateSync(inRound('round-000002', 'tensors.safetensors'), 20)],
    ['no tensor file', () => rmSync(inRound('round-000002', 'tensors.safetensors'))],
    ['an empty state', () => writeFileSync(inRound('round-000002', 'state.json'), '')],
    ['no seal', () => rmSync(inRound('round-000002', 'seal.json'))],
    [
      'a seal of another round',
      () =>
        writeFileSync(
          inRound('round-000002', 'seal.json'),
          readFileSync(inRound('round-000001', 'seal.json')),
        ),
    ],
    [
      'one bit turned',
      () => {
        const path = inRound('round-000002', 'tensors.safetensors');
        const bytes = readFileSync(path);
        bytes[bytes.length - 1]! ^= 1;
        writeFileSync(path, bytes);
      },
    ],
  ])('passes over %s', (_what, damage) => {
    writeCheckpoint(folder, checkpoint(1));
    writeCheckpoint(folder, checkpoint(2));
    damage();
    expect(readCheckpoint(folder)).toEqual(checkpoint(1));
  });

  it('ignores foreign files and folders', () => {
    writeCheckpoint(folder, checkpoint(1));
    mkdirSync(join(folder, 'round-banana'));
    mkdirSync(join(folder, 'round-999999'));
    writeFileSync(join(folder, 'notes.txt'), 'hello');
    expect(readCheckpoint(folder)?.round).toBe(1);
  });
});

/** Writes a small checkpoint, then one of 4 MB that does not fit, and prints what it was told and what is left. */
const child = `
  import { readCheckpoint, writeCheckpoint } from ${JSON.stringify(new URL('./checkpoints.ts', import.meta.url).href)};
  const folder = process.argv[1];
  const of = (round, n) => ({ round, tensors: [{ name: 'w', dtype: 'f32', shape: [n], data: new Float32Array(n) }], state: {} });
  writeCheckpoint(folder, of(1, 4));
  try { writeCheckpoint(folder, of(2, 1_000_000)); console.log(JSON.stringify({ error: null })); }
  catch (error) { console.log(JSON.stringify({ error: error.code, message: error.message, left: readCheckpoint(folder)?.round })); }
`;
const node = [process.execPath, '--input-type=module', '--disable-warning=ExperimentalWarning', '-e', child];
const quoted = node.map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');

function expectDiskFull(stdout: string): void {
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ error: 'disk-full', left: 1 });
  expect(told.message).toMatch(
    /round-000002 could not be written because the disk is full\. Free some space/,
  );
}

describe('a full disk', () => {
  it.skipIf(process.platform === 'win32')(
    'leaves the previous checkpoint intact (file size limit, EFBIG)',
    () => {
      const { stdout } = spawnSync('sh', ['-c', `ulimit -f 1000; ${quoted} '${folder}'`], {
        encoding: 'utf8',
      });
      expectDiskFull(stdout);
      expect(names()).toEqual(['round-000001']);
    },
  );

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  it.skipIf(!canMount)(
    'leaves the previous checkpoint intact (a real small disk, ENOSPC; needs root)',
    (context) => {
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
      if (mounted.status !== 0) context.skip('this root may not mount a tmpfs');
      try {
        const { stdout } = spawnSync(node[0]!, [...node.slice(1), folder], { encoding: 'utf8' });
        expectDiskFull(stdout);
        expect(names()).toEqual(['round-000001']);
      } finally {
        spawnSync('umount', [folder]);
      }
    },
  );
});
