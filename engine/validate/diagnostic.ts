import type { LinkId, NodeId } from '../core/brand.ts';
import type { DiagnosticCode } from './codes.ts';

/** One end of a link, by node and port. */
interface LinkEnd {
  readonly node: NodeId;
  readonly port: string;
}

/** A change of the document that would mend a problem; applied by one click or `shuurai validate --fix`. */
export type Fix = { readonly label: string } & (
  | {
      readonly kind: 'set-param';
      readonly nodeId: NodeId;
      readonly param: string;
      /** undefined takes the parameter away. */
      readonly value: unknown;
    }
  | { readonly kind: 'set-run'; readonly param: string; readonly value: unknown }
  | { readonly kind: 'set-link'; readonly linkId: LinkId; readonly param: string; readonly value: unknown }
  | { readonly kind: 'delete-link'; readonly linkId: LinkId }
  | { readonly kind: 'delete-node'; readonly nodeId: NodeId }
  | { readonly kind: 'leave-group'; readonly nodeId: NodeId }
  | { readonly kind: 'add-link'; readonly from: LinkEnd; readonly to: LinkEnd }
  | {
      readonly kind: 'add-node';
      readonly nodeKind: string;
      /** Linked at once from these ends to the new node's port. */
      readonly linkFrom?: readonly (LinkEnd & { readonly toPort: string })[];
      /** Linked at once from the new node's port to these ends; a full port lets go of what it held. */
      readonly linkTo?: readonly (LinkEnd & { readonly fromPort: string })[];
    }
  | {
      /** A node that is there already is linked as a new one would be. */
      readonly kind: 'link-node';
      readonly nodeId: NodeId;
      readonly linkFrom: readonly (LinkEnd & { readonly toPort: string })[];
      readonly linkTo: readonly (LinkEnd & { readonly fromPort: string })[];
    }
);

/** One thing that is wrong with a document, or worth knowing. Errors keep it from running; warnings do not. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  readonly nodeId?: NodeId;
  readonly linkId?: LinkId;
  /** Path in the document, e.g. `nodes.fish-1.params.heads`. */
  readonly path?: string;
  /** A plain sentence: what is wrong, where, and what to do. */
  readonly message: string;
  readonly fix?: Fix;
}
