import type { LinkId, NodeId } from '../core/brand.ts';
import type { DiagnosticCode } from './codes.ts';
import type { Diagnostic, Fix } from './diagnostic.ts';

interface Details {
  readonly message: string;
  readonly code?: DiagnosticCode;
  readonly severity?: Diagnostic['severity'];
  readonly path?: string;
  readonly fix?: Fix | undefined;
}

function diagnostic(details: Details, place: Pick<Diagnostic, 'nodeId' | 'linkId' | 'path'>): Diagnostic {
  return {
    code: details.code ?? 'bad-param',
    severity: details.severity ?? 'error',
    ...place,
    message: details.message,
    ...(details.fix === undefined ? {} : { fix: details.fix }),
  };
}

/** A problem with one parameter of a node; `bad-param` and an error unless said otherwise. */
export function paramProblem(nodeId: NodeId, param: string, details: Details): Diagnostic {
  return diagnostic(details, { nodeId, path: `nodes.${nodeId}.params.${param}` });
}

/** A problem with a node as a whole. */
export function nodeProblem(nodeId: NodeId, details: Details): Diagnostic {
  return diagnostic(details, { nodeId, path: details.path ?? `nodes.${nodeId}` });
}

/** A problem with a link. */
export function linkProblem(linkId: LinkId, details: Details): Diagnostic {
  return diagnostic(details, { linkId, path: details.path ?? `links.${linkId}` });
}

/** A problem with the document as a whole. */
export function documentProblem(details: Details): Diagnostic {
  return diagnostic(details, details.path === undefined ? {} : { path: details.path });
}
