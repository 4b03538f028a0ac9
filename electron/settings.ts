import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './documents.ts';

const MAX_RECENT = 12;

const settingsSchema = z.object({
  bounds: z
    .object({
      x: z.int().optional(),
      y: z.int().optional(),
      width: z.int().min(640),
      height: z.int().min(480),
    })
    .default({ width: 1280, height: 800 }),
  maximized: z.boolean().default(false),
  recent: z.array(z.string()).max(MAX_RECENT).default([]),
  lastFolder: z.string().nullable().default(null),
  /** What the page spoke last; null: it has not been asked yet. */
  language: z.string().nullable().default(null),
});
export type ShellSettings = z.output<typeof settingsSchema>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the shell remembers between starts, one small file; a damaged one is replaced by the defaults. */
export class SettingsFile {
  readonly #path: string;
  #value: ShellSettings;
  #writing: Promise<void> = Promise.resolve();

  constructor(userData: string) {
    this.#path = join(userData, 'shell.json');
    this.#value = this.#read();
  }

  get value(): ShellSettings {
    return this.#value;
  }

  /** Remembers at once, writes in order behind. */
  update(change: Partial<ShellSettings>): Promise<void> {
    this.#value = { ...this.#value, ...change };
    const text = `${JSON.stringify(this.#value, null, 2)}\n`;
    this.#writing = this.#writing.then(() => writeAtomically(this.#path, text)).catch(() => undefined);
    return this.#writing;
  }

  addRecent(path: string): Promise<void> {
    return this.update({
      recent: [path, ...this.#value.recent.filter((other) => other !== path)].slice(0, MAX_RECENT),
    });
  }

  #read(): ShellSettings {
    try {
      return settingsSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return settingsSchema.parse({});
    }
  }
}

/** Where a window opens; without x and y the system places it. */
export type WindowBounds = { width: number; height: number } | Area;

/** Remembered bounds, unless the display they were on is gone. */
export function visibleBounds(bounds: ShellSettings['bounds'], displays: readonly Area[]): WindowBounds {
  const { x, y, width, height } = bounds;
  if (x === undefined || y === undefined) return { width, height };
  const seen = displays.some(
    (area) =>
      x < area.x + area.width - 80 &&
      x + width > area.x + 80 &&
      y >= area.y - 20 &&
      y < area.y + area.height - 80,
  );
  return seen ? { x, y, width, height } : { width, height };
}
