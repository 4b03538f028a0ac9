import { readFileSync } from 'node:fs';
import { type EngineSettings, engineSettingsSchema } from '../protocol/api/engine.ts';
import { writeFileAtomic } from '../runs/atomicFile.ts';

/** `settings.json`: what a person set for every run. A damaged file, or a wrong value in it, counts as not set. */
export class KeptSettings {
  readonly #path: string;
  #value: EngineSettings;

  constructor(path: string) {
    this.#path = path;
    this.#value = this.#read();
  }

  get value(): EngineSettings {
    return this.#value;
  }

  /** @throws ShuuraiError where it cannot be kept; then nothing changes */
  set(settings: EngineSettings): void {
    writeFileAtomic(this.#path, `${JSON.stringify(settings, null, 2)}\n`);
    this.#value = settings;
  }

  #read(): EngineSettings {
    let found: unknown = {};
    try {
      found = JSON.parse(readFileSync(this.#path, 'utf8'));
    } catch {
      // not kept yet, or damaged
    }
    const given = typeof found === 'object' && found !== null ? found : {};
    const sound = Object.entries(given).filter(
      ([name, value]) => engineSettingsSchema.partial().safeParse({ [name]: value }).success,
    );
    return engineSettingsSchema.parse(Object.fromEntries(sound));
  }
}
