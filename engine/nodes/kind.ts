import type { z } from 'zod';
import type { PlanBuilder } from '../compile/planBuilder.ts';
import type { LinkId, NodeId } from '../core/brand.ts';
import { t } from '../core/text.ts';
import type { Task } from '../data/types.ts';
import type { SwarmDocument, SwarmLink, SwarmNode } from '../document/schema.ts';
import type { Diagnostic } from '../validate/diagnostic.ts';

export const PORT_TYPES = ['examples', 'state', 'prediction', 'weights', 'score', 'control'] as const;
export type PortType = (typeof PORT_TYPES)[number];

/** What passes a port, as a word within a sentence. */
export const PORT_NAMES: Readonly<Record<PortType, string>> = {
  examples: t`examples`,
  state: t`state`,
  prediction: t`prediction`,
  weights: t`weights`,
  score: t`score`,
  control: t`control`,
};

export const FAMILIES = ['data', 'fish', 'talk', 'decide', 'adapt', 'test', 'goal'] as const;
export type Family = (typeof FAMILIES)[number];

export interface PortSpec {
  /** Unique among a node's ports of one direction; a way in and a way out of the same type may share it. */
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly type: PortType;
  readonly label: string;
  /** One sentence for the tooltip and the reference. */
  readonly help: string;
  /** Most links this port takes; Infinity where it joins many. */
  readonly maxLinks: number;
  readonly required: boolean;
  /** The kinds the other end may be; absent: every kind that has a port of this type. */
  readonly accepts?: readonly string[];
}

/** How the inspector shows one parameter; everything else (type, range, default, options) is in the zod schema. */
export interface FieldSpec {
  readonly label: string;
  readonly help: string;
  /** Heading it stands under, e.g. "Transformer". */
  readonly section: string;
  readonly unit?: (count: number) => string;
  /** What 0 means, where it is no quantity; shown in its place. */
  readonly zero?: string;
  readonly control?:
    | 'slider'
    | 'log-slider'
    | 'number'
    | 'select'
    | 'switch'
    | 'text'
    | 'file'
    | 'fish'
    | 'weights';
  /** How each value of an enum is shown; absent: the value itself. */
  readonly options?: Readonly<Record<string, string>>;
  /** Shown only while this holds. */
  readonly visible?: (params: Readonly<Record<string, unknown>>) => boolean;
  readonly advanced?: true;
}

/** The links of one node, looked up once for validation and lowering. */
export interface NodeContext<Params> {
  readonly id: NodeId;
  readonly node: SwarmNode;
  readonly params: Params;
  readonly document: SwarmDocument;
  /** What the goal asks for; null without a goal. */
  readonly task: Task | null;
  readonly incoming: readonly { readonly id: LinkId; readonly link: SwarmLink }[];
  readonly outgoing: readonly { readonly id: LinkId; readonly link: SwarmLink }[];
}

/**
 * One kind of node: everything about it in one folder. Palette, inspector form, port colours, JSON Schema and the
 * reference are generated from it.
 */
export interface NodeKind<Schema extends z.ZodObject = z.ZodObject> {
  readonly kind: string;
  readonly family: Family;
  readonly label: string;
  /** One line: what it does. */
  readonly help: string;
  readonly schema: Schema;
  /** One entry for each parameter of the schema, in the order of the form. */
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** May depend on the parameters (a fish of a language model has no class prediction, say). */
  ports(params: z.output<Schema>): readonly PortSpec[];
  /** Problems this node alone can know of; links and required ports are checked for every kind in engine/validate. */
  validate(context: NodeContext<z.output<Schema>>): readonly Diagnostic[];
  /**
   * Adds this node to the plan. Called on a valid document only, family by family in the order of FAMILIES and,
   * within a family, after the nodes it reads from.
   */
  lower(context: NodeContext<z.output<Schema>>, plan: PlanBuilder): void;
  /** One or two words for the node's corner on the canvas: "8 fish", "built-in". */
  badge(params: z.output<Schema>): string;
}
