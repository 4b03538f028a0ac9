import { ShuuraiError } from '#engine/core/errors.ts';
import type { StoredTensor } from '#engine/runs/types.ts';
import { t } from '../../core/text.ts';

/** Vectors a mechanism remembers, by name; what it captures is what it gets back. */
export class Vault {
  readonly #vectors = new Map<string, Float32Array>();

  get(name: string): Float32Array | undefined {
    return this.#vectors.get(name);
  }

  set(name: string, values: Float32Array): void {
    this.#vectors.set(name, values);
  }

  delete(name: string): void {
    this.#vectors.delete(name);
  }

  names(): readonly string[] {
    return [...this.#vectors.keys()];
  }

  captureTensors(): StoredTensor[] {
    return [...this.#vectors].map(([name, data]) => ({ name, dtype: 'f32', shape: [data.length], data }));
  }

  restoreTensors(tensors: readonly StoredTensor[]): void {
    this.#vectors.clear();
    for (const { name, data } of tensors) {
      if (!(data instanceof Float32Array)) {
        throw new ShuuraiError(
          'conflict',
          t`The checkpoint does not fit: "${name}" should be numbers of 32 bits. Start the run anew.`,
        );
      }
      this.#vectors.set(name, data);
    }
  }
}
