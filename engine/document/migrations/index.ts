import type { Migration } from './migrate.ts';

/** One migration for each version before DOCUMENT_VERSION, oldest first. Version 1 is the first there is. */
export const MIGRATIONS: readonly Migration[] = [];
