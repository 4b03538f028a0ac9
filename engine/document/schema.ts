import { z } from 'zod';
import type { CommentId, GroupId, LinkId, NodeId } from '../core/brand.ts';

/** The schema version this build reads and writes. Older files migrate (./migrations), newer are refused. */
export const DOCUMENT_VERSION = 1;

/** Ids are the keys of the document's records, so they are unique by construction and safe as object keys. */
export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const id = z
  .string()
  .regex(ID_PATTERN, 'an id of 1-64 letters, digits or hyphens that starts with a letter or digit')
  .refine((value) => !(value in Object.prototype), 'an id that is not a word of JavaScript itself');
export const nodeId = id.transform((value) => value as NodeId); // the pattern is the brand's whole meaning
const linkId = id.transform((value) => value as LinkId);
const groupId = id.transform((value) => value as GroupId);
const commentId = id.transform((value) => value as CommentId);

/** Pixels; farther out a browser draws nothing any more. */
const FARTHEST = 1_000_000;
const coordinate = z.number().min(-FARTHEST).max(FARTHEST);
const extent = z.number().positive().max(FARTHEST);
const point = z.strictObject({ x: coordinate, y: coordinate });
const size = z.strictObject({ width: extent, height: extent });

export const nodeSchema = z.strictObject({
  kind: z.string().min(1).max(64),
  name: z.string().max(120).optional(),
  position: point,
  group: groupId.optional(),
  /** Checked by the kind's own schema, so that an unknown kind keeps its data. */
  params: z.record(z.string(), z.json()),
});

export const linkEndSchema = z.strictObject({ node: nodeId, port: z.string().min(1).max(64) });

/** What a link does with what passes it. Issue-2 kinds use strength and every; the rest is carried and validated. */
export const linkParamsSchema = z.strictObject({
  strength: z.number().min(0).max(1000).default(1),
  /** Acts every k rounds. */
  every: z.int().min(1).max(100_000).default(1),
  /** Rounds a message is late. */
  delay: z.int().min(0).max(1000).default(0),
  /** Probability that a message is lost. */
  loss: z.number().min(0).max(1).default(0),
  compression: z.enum(['none', '8bit', 'topk']).default('none'),
  trainable: z.boolean().default(false),
});

export const linkSchema = z.strictObject({
  from: linkEndSchema,
  to: linkEndSchema,
  params: linkParamsSchema.prefault({}),
});

/** Nodes drawn together. Runs know nothing of groups. */
export const groupSchema = z.strictObject({
  name: z.string().max(120),
  parent: groupId.optional(),
  position: point,
  size,
  /** Shown as one node, at its position. */
  collapsed: z.boolean().default(false),
});

/** Names of colours; what they look like is for the theme. */
export const COMMENT_COLOURS = ['yellow', 'blue', 'teal', 'violet', 'orange', 'grey'] as const;

/** A note on the canvas, for people only: it never reaches a run. */
export const commentSchema = z.strictObject({
  text: z.string().max(4000),
  position: point,
  size,
  colour: z.enum(COMMENT_COLOURS).default('yellow'),
  group: groupId.optional(),
});

export const runSettingsSchema = z.strictObject({
  rounds: z.int().min(1).max(1_000_000).default(20),
  /** Local work of a fish in a round: optimizer steps, or passes over its share of the data (may be a fraction). */
  local: z
    .discriminatedUnion('unit', [
      z.strictObject({ unit: z.literal('steps'), amount: z.int().min(1).max(100_000) }),
      z.strictObject({ unit: z.literal('epochs'), amount: z.number().positive().max(1000) }),
    ])
    .default({ unit: 'steps', amount: 20 }),
  batchSize: z.int().min(1).max(4096).default(32),
  evaluateEvery: z.int().min(1).max(100_000).default(1),
  checkpointEvery: z.int().min(1).max(100_000).default(5),
  seed: z.int().min(0).max(0xffffffff).default(1),
  executor: z.enum(['auto', 'onnx', 'tfjs']).default('auto'),
});

export const metaSchema = z.strictObject({
  name: z.string().max(120).default('Untitled'),
  description: z.string().max(4000).default(''),
  /** What to look at while it runs, and what to try; shown by templates. */
  watch: z.string().max(4000).default(''),
  /** Charts that show what there is to see, by the ids of the renderer's chartChoices.ts; absent: those of the person. */
  charts: z.array(z.string().min(1).max(200)).max(64).optional(),
  architecture: z.string().max(64).optional(),
  tags: z.array(z.string().max(40)).max(40).default([]),
});

export const documentSchema = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  meta: metaSchema.prefault({}),
  nodes: z.record(nodeId, nodeSchema).default({}),
  links: z.record(linkId, linkSchema).default({}),
  groups: z.record(groupId, groupSchema).default({}),
  comments: z.record(commentId, commentSchema).default({}),
  run: runSettingsSchema.prefault({}),
});

export type SwarmDocument = z.output<typeof documentSchema>;
export type SwarmNode = z.output<typeof nodeSchema>;
export type SwarmLink = z.output<typeof linkSchema>;
export type SwarmGroup = z.output<typeof groupSchema>;
export type SwarmComment = z.output<typeof commentSchema>;
export type RunSettings = z.output<typeof runSettingsSchema>;
export type LinkParams = z.output<typeof linkParamsSchema>;
