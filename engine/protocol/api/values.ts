import { z } from 'zod';

export const runId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);

export const empty = z.strictObject({});

export const runIds = z.array(runId).min(1).max(5000);

/** A document as text, so that the engine parses, migrates and validates it itself. */
export const documentText = z.string().max(64 * 1024 * 1024);
