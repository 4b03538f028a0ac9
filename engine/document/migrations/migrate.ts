export type RawDocument = Readonly<Record<string, unknown>>;

/**
 * Turns a document of version `from` into one of version `from + 1`. It gets what the file said, unchecked, and
 * sets everything but `version`, which `migrate` writes. Each has a fixture of the old form beside it that is never
 * edited again.
 */
export interface Migration {
  readonly from: number;
  /** What changed, for people. */
  readonly title: string;
  up(raw: RawDocument): RawDocument;
}

/** Carries a raw document from `version` to `target`, one step at a time; `migrations` holds one for each step. */
export function migrate(
  raw: RawDocument,
  version: number,
  target: number,
  migrations: readonly Migration[],
): RawDocument {
  let current = raw;
  for (let from = version; from < target; from += 1) {
    const step = migrations.find((migration) => migration.from === from);
    if (step === undefined) throw new Error(`no migration from document version ${from} to ${from + 1}`);
    current = { ...step.up(current), version: from + 1 };
  }
  return current;
}
