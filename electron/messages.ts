import { z } from 'zod';
import { isLanguage } from '#renderer/languages/languages.ts';

/** The form of everything the page may send to the main process. */
export const menuCommandsSchema = z
  .array(
    z.strictObject({
      id: z.string().max(64),
      label: z.string().max(120),
      menu: z.enum(['file', 'edit', 'view', 'run', 'help']),
      accelerator: z.string().max(64).optional(),
      enabled: z.boolean(),
    }),
  )
  .max(200);

export const languageSchema = z.string().refine(isLanguage);

const word = z.string().max(60);
export const menuWordsSchema = z.strictObject({
  file: word,
  edit: word,
  view: word,
  run: word,
  help: word,
  openRecent: word,
  noRecent: word,
});

export const windowStatusSchema = z.strictObject({
  title: z.string().max(300),
  dirty: z.boolean(),
  progress: z.number().min(0).max(1).nullable(),
});

export const pathSchema = z.string().min(1).max(4096);
export const textSchema = z.string().max(64 * 1024 * 1024);
export const nonceSchema = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
