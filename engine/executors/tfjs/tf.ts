import '@tensorflow/tfjs-backend-cpu';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import * as util from 'node:util';
import * as wasm from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

export { tf };

/** `tensorflow` is the native library that tfjs-node brings. */
export type TfBackend = 'tensorflow' | 'wasm' | 'cpu';

const require = createRequire(import.meta.url);

/**
 * tfjs-node 4.22 still calls two functions that Node 23 took out of util. It is an optional dependency, whose own
 * download of libtensorflow may have failed; then this throws and the next backend is tried.
 */
async function loadNative(): Promise<void> {
  const restored: Record<string, unknown> = {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  };
  // The CommonJS object, not the frozen module namespace, is what tfjs-node reads.
  const commonJs: Record<string, unknown> = require('node:util');
  for (const [name, value] of Object.entries(restored)) if (!(name in util)) commonJs[name] = value;
  // A computed name: the package may be absent, and neither compiler nor bundler shall insist on it.
  const name = '@tensorflow/tfjs-node';
  await import(name);
}

function prepareWasm(): void {
  const entry = require.resolve('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(dirname(entry) + sep);
}

async function tryBackend(backend: TfBackend): Promise<void> {
  if (backend === 'tensorflow') await loadNative();
  if (backend === 'wasm') prepareWasm();
  if (!(await tf.setBackend(backend)))
    throw new Error(`TensorFlow.js could not start its backend ${backend}.`);
  await tf.ready();
}

/** The fastest backend that starts, or the one asked for. Throws an Error with all reasons if none does. */
export async function startBackend(wanted?: TfBackend): Promise<TfBackend> {
  // Without it TensorFlow.js prints advertisements and checks every tensor for NaN.
  tf.enableProdMode();
  const reasons: string[] = [];
  for (const backend of wanted === undefined ? (['tensorflow', 'wasm', 'cpu'] as const) : [wanted]) {
    try {
      await tryBackend(backend);
      return backend;
    } catch (thrown) {
      reasons.push(`${backend}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  }
  throw new Error(reasons.join('; '));
}
