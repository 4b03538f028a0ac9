import { z } from 'zod';
import { runEventSchema } from './events.ts';

export const PROTOCOL_VERSION = 1;

/** View -> engine. */
export const clientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), protocol: z.number() }),
  z.strictObject({
    type: z.literal('request'),
    id: z.int(),
    method: z.string().max(64),
    params: z.unknown(),
  }),
  /** Credit: the batch that ended with this event was taken in; the engine keeps at most two batches open. */
  z.strictObject({ type: z.literal('ack'), runId: z.string(), upTo: z.number() }),
  z.strictObject({ type: z.literal('ping'), id: z.int() }),
]);
export type ClientMessage = z.output<typeof clientMessageSchema>;

export const wireErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** Engine -> view. */
export const engineMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), protocol: z.number(), version: z.string() }),
  z.object({ type: z.literal('response'), id: z.number(), ok: z.literal(true), result: z.unknown() }),
  /** `id` 0: the message could not be understood well enough to know what it asked. */
  z.object({ type: z.literal('failure'), id: z.number(), ok: z.literal(false), error: wireErrorSchema }),
  /** `epoch` grows when a run went back to a checkpoint: from the first id on, these replace what was sent before. */
  z.object({
    type: z.literal('events'),
    runId: z.string(),
    epoch: z.number(),
    events: z.array(runEventSchema).min(1),
  }),
  /** The list of runs changed; ask again. */
  z.object({ type: z.literal('runs-changed') }),
  z.object({ type: z.literal('pong'), id: z.number() }),
]);
export type EngineMessage = z.output<typeof engineMessageSchema>;
