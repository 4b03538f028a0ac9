import { z } from 'zod';
import type { FishId, LinkId } from '../core/brand.ts';

export const fishIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}(:[0-9]{1,3})?$/)
  .transform((value) => value as FishId); // the pattern is the brand's whole meaning

const linkIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)
  .transform((value) => value as LinkId); // the pattern is the brand's whole meaning

/** Strengths of the rules of a school, and, of one with zones, how far those reach. */
export const SCHOOL_RULES = ['alignment', 'cohesion', 'separation'] as const;
export const ZONE_RADII = ['repulsion', 'orientation', 'attraction'] as const;

/** A link of the document; between schools it joins many pairs, of which `from` and `to` name one. */
const link = { link: linkIdSchema, from: fishIdSchema.optional(), to: fishIdSchema.optional() };
const fish = { fish: fishIdSchema };

/** What a person may do to a running swarm. Each is recorded in the event stream with the round it took effect. */
export const runCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  /** Ends after the current step, with a checkpoint. */
  z.strictObject({ type: z.literal('stop') }),
  z.strictObject({ type: z.literal('kill-fish'), ...fish }),
  z.strictObject({ type: z.literal('revive-fish'), ...fish }),
  z.strictObject({
    type: z.literal('set-learning-rate'),
    ...fish,
    value: z.number().min(0).max(10),
  }),
  /** It goes on answering and being heard, but learns no more. */
  z.strictObject({ type: z.literal('freeze-fish'), ...fish }),
  z.strictObject({ type: z.literal('unfreeze-fish'), ...fish }),
  /** A fresh fish in its place: new random weights, no moments, its schedule from the start. */
  z.strictObject({ type: z.literal('replace-fish'), ...fish }),
  z.strictObject({
    type: z.literal('corrupt-fish'),
    ...fish,
    kind: z.enum(['noise', 'sign-flip', 'label-flip']),
    /** noise: its deviation as a multiple of each parameter's root mean square. */
    amount: z.number().positive().max(100).default(1),
  }),
  /** How strongly it follows its school, from now on. */
  z.strictObject({
    type: z.literal('set-school-rule'),
    ...fish,
    rule: z.enum([...SCHOOL_RULES, ...ZONE_RADII]),
    value: z.number().min(0).max(100),
  }),
  /** Ends its corruptions; noise in its weights stays. */
  z.strictObject({ type: z.literal('heal-fish'), ...fish }),
  /**
   * A fish like one there is (same shape and training) joins at the beginning of the next round. It takes its place beside
   * `place` (absent: `like`): links to other fish, servers, hubs, populations and aggregators; null: it only answers. It
   * reads the share of `share`, else a spare part of its shard, else the share of `like`.
   */
  z.strictObject({
    type: z.literal('add-fish'),
    like: fishIdSchema,
    place: fishIdSchema.nullable().optional(),
    share: fishIdSchema.optional(),
  }),
  /**
   * What each fish contributes, as Shapley values over so many random orders, is published with the next evaluation. For
   * swarms that keep tuning rows, where the answer follows from those of the fish and the weights alone.
   */
  z.strictObject({ type: z.literal('measure-shapley'), orders: z.int().min(2).max(10_000).default(200) }),
  /** It leaves the swarm for good. */
  z.strictObject({ type: z.literal('remove-fish'), ...fish }),
  z.strictObject({ type: z.literal('cut-link'), ...link }),
  /** Back to the document's strength. */
  z.strictObject({ type: z.literal('restore-link'), ...link }),
  z.strictObject({
    type: z.literal('set-link-strength'),
    ...link,
    value: z.number().min(0).max(1000),
  }),
]);
export type RunCommand = z.output<typeof runCommandSchema>;
export type FishCommand = Extract<RunCommand, { readonly fish: FishId }>;
export type AddCommand = Extract<RunCommand, { readonly type: 'add-fish' }>;
export type ShapleyCommand = Extract<RunCommand, { readonly type: 'measure-shapley' }>;
export type LinkCommand = Extract<RunCommand, { readonly link: LinkId }>;
