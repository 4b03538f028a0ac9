import type { LinkId, NodeId } from '../core/brand.ts';
import type { DiagnosticCode } from './codes.ts';

/** A change of the document that would mend a problem; applied by one click or `shuurai validate --fix`. */
export type Fix =
  | {
      readonly kind: 'set-param';
      readonly nodeId: NodeId;
      readonly param: string;
      readonly value: unknown;
      readonly label: string;
    }
  | { readonly kind: 'set-run'; readonly param: string; readonly value: unknown; readonly label: string }
  | { readonly kind: 'delete-link'; readonly linkId: LinkId; readonly label: string }
  | { readonly kind: 'delete-node'; readonly nodeId: NodeId; readonly label: string }
  | {
      readonly kind: 'add-node';
      readonly nodeKind: string;
      /** Linked at once to this end, where the new node's port is the other end. */
      readonly linkFrom?: { readonly node: NodeId; readonly port: string; readonly toPort: string };
      readonly linkTo?: { readonly node: NodeId; readonly port: string; readonly fromPort: string };
      readonly label: string;
    };

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
