import { z } from 'zod';

/** Every IPC channel between the page and the main process, with what may pass it. */
export const CHANNELS = {
  connectEngine: 'engine:connect',
  enginePort: 'engine:port',
  open: 'files:open',
  save: 'files:save',
  saveAs: 'files:save-as',
  chooseData: 'files:choose-data',
  openFiles: 'files:opened',
  command: 'menu:command',
  setMenu: 'menu:set',
  setStatus: 'window:status',
  flush: 'window:flush',
  flushed: 'window:flushed',
} as const;

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

export const windowStatusSchema = z.strictObject({
  title: z.string().max(300),
  dirty: z.boolean(),
  progress: z.number().min(0).max(1).nullable(),
});

export const pathSchema = z.string().min(1).max(4096);
export const textSchema = z.string().max(64 * 1024 * 1024);
export const nonceSchema = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
