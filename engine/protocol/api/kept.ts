import { z } from 'zod';
import { documentText, empty } from './values.ts';

export const draftSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  /** The file it was opened from or saved to; null while unnamed. */
  fileName: z.string().max(1024).nullable(),
  /** Whether it differs from that file. */
  dirty: z.boolean(),
  /** Position among the tabs. */
  order: z.number(),
  document: documentText,
  /** The run shown with it. */
  runId: z.string().nullable(),
  /** What of its file on disk it goes by; `gone`: the file was missed. Null where there is none to look at. */
  disk: z
    .union([
      z.literal('gone'),
      /** Milliseconds since 1970, and the SHA-256 of the text. */
      z.object({ modified: z.number(), digest: z.string().max(64) }),
    ])
    .nullable()
    .default(null),
});
export type DiskStamp = Draft['disk'];

export type Draft = z.output<typeof draftSchema>;

/** A template a person saved. One of document and problem is null. */
const userTemplateSchema = z.object({
  /** Name of its file without the ending. */
  id: z.string(),
  document: documentText.nullable(),
  /** Why its file cannot be used, as a sentence. */
  problem: z.string().nullable(),
});
export type UserTemplate = z.output<typeof userTemplateSchema>;

const templateId = z.string().regex(/^[^./\\][^/\\]{0,120}$/);

/** A part of a swarm that the person keeps for other swarms: a document of its nodes, links, groups and comments. */
export const pieceSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  name: z.string().min(1).max(120),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  document: documentText,
});
export type Piece = z.output<typeof pieceSchema>;

/** What a person keeps: drafts, templates, pieces. */
export const keptApi = {
  'templates.list': { params: empty, result: z.array(userTemplateSchema) },
  /** Keeps a document as a template under its own name and description. */
  'templates.save': {
    params: z.strictObject({ document: documentText }),
    result: z.object({ id: z.string() }),
  },
  'templates.rename': {
    params: z.strictObject({ id: templateId, name: z.string().trim().min(1).max(120) }),
    result: z.object({ id: z.string() }),
  },
  'templates.delete': { params: z.strictObject({ id: templateId }), result: empty },
  'drafts.list': { params: empty, result: z.array(draftSchema) },
  'drafts.save': { params: draftSchema, result: empty },
  'drafts.delete': { params: z.strictObject({ id: draftSchema.shape.id }), result: empty },
  'pieces.list': { params: empty, result: z.array(pieceSchema) },
  /** Keeps a piece, in place of the one with its id. */
  'pieces.save': { params: pieceSchema, result: empty },
  'pieces.delete': { params: z.strictObject({ id: pieceSchema.shape.id }), result: empty },
} as const;
