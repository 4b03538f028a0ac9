import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TEMPORARY, writeFolderAtomic } from './atomicFile.ts';
import { decodeExactJson, encodeExactJson } from './exactJson.ts';
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts';
import { storeError } from './storeError.ts';
import type { Checkpoint } from './types.ts';

/** How many whole checkpoints are kept: the newest may turn out damaged. */
const KEPT = 3;
const TENSORS = 'tensors.safetensors';
const STATE = 'state.json';
const SEAL = 'seal.json';

const digest = z.object({ bytes: z.number(), sha256: z.string() });
/** Written with the files it seals: what they must be, byte for byte. */
const sealSchema = z.object({
  round: z.int().min(0),
  files: z.object({ [TENSORS]: digest, [STATE]: digest }),
});

const folderName = (round: number): string => `round-${String(round).padStart(6, '0')}`;

function roundOf(name: string): number | null {
  const found = /^round-([0-9]{6,12})$/.exec(name);
  return found === null ? null : Number(found[1]);
}

function digestOf(chunks: readonly Uint8Array[]): z.output<typeof digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Rounds that have a checkpoint folder, newest first. */
function rounds(folder: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map(roundOf)
    .filter((round) => round !== null)
    .sort((a, b) => b - a);
}

function sweep(folder: string, newest: number): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(TEMPORARY)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  // A checkpoint after the newest belongs to rounds that were run anew.
  const kept = rounds(folder)
    .filter((round) => round <= newest)
    .slice(0, KEPT);
  for (const round of rounds(folder)) {
    if (!kept.includes(round)) rmSync(join(folder, folderName(round)), { recursive: true, force: true });
  }
}

/** Writes `folder/round-000040` whole or not at all; older ones are removed only after it is safe on disk. */
export function writeCheckpoint(folder: string, checkpoint: Checkpoint): void {
  const tensors = encodeSafetensors(checkpoint.tensors, { round: String(checkpoint.round) });
  const state = [Buffer.from(encodeExactJson(checkpoint.state))];
  const seal = {
    round: checkpoint.round,
    files: { [TENSORS]: digestOf(tensors), [STATE]: digestOf(state) },
  };
  try {
    mkdirSync(folder, { recursive: true });
  } catch (thrown) {
    throw storeError(thrown, folder);
  }
  writeFolderAtomic(
    join(folder, folderName(checkpoint.round)),
    new Map([
      [TENSORS, tensors],
      [STATE, state],
      [SEAL, [Buffer.from(JSON.stringify(seal))]],
    ]),
  );
  sweep(folder, checkpoint.round);
}

function readWhole(folder: string, round: number): Checkpoint | null {
  const dir = join(folder, folderName(round));
  try {
    const seal = sealSchema.parse(JSON.parse(readFileSync(join(dir, SEAL), 'utf8')));
    const tensors = readFileSync(join(dir, TENSORS));
    const state = readFileSync(join(dir, STATE));
    const whole =
      seal.round === round &&
      digestOf([tensors]).sha256 === seal.files[TENSORS].sha256 &&
      digestOf([state]).sha256 === seal.files[STATE].sha256;
    if (!whole) return null;
    return {
      round,
      tensors: decodeSafetensors(tensors).tensors,
      state: decodeExactJson(state.toString('utf8')),
    };
  } catch {
    return null; // whatever is wrong with it, an older one may be whole
  }
}

/** The newest whole checkpoint of a round before `before`; damaged ones are passed over. null where there is none. */
export function readCheckpoint(folder: string, before = Number.POSITIVE_INFINITY): Checkpoint | null {
  for (const round of rounds(folder)) {
    if (round >= before) continue;
    const checkpoint = readWhole(folder, round);
    if (checkpoint !== null) return checkpoint;
  }
  return null;
}
