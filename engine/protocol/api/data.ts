import { z } from 'zod';

const tablePreviewSchema = z.object({
  format: z.object({
    kind: z.string(),
    encoding: z.string(),
    delimiter: z.string().nullable(),
    header: z.boolean(),
  }),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  totalRows: z.number(),
  guess: z.object({ text: z.string().nullable(), label: z.string().nullable() }),
  labels: z.array(z.object({ label: z.string(), count: z.number() })),
  problems: z.array(z.object({ line: z.number(), message: z.string() })),
  problemCount: z.number(),
});

/** Files with data. */
export const dataApi = {
  'data.preview': {
    params: z.strictObject({
      path: z.string().max(4096),
      delimiter: z.string().max(1).nullable(),
      header: z.boolean().nullable(),
      maxRows: z.int().min(1).max(500),
    }),
    result: tablePreviewSchema,
  },
  /** Keeps a file the browser read (base64) in the engine's data folder and says where. */
  'data.upload': {
    params: z.strictObject({ name: z.string().max(255), base64: z.string().max(200 * 1024 * 1024) }),
    result: z.object({ path: z.string() }),
  },
} as const;
