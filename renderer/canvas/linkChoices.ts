import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import type { PortSpec } from '#engine/nodes/kind.ts';
import { type PortEnd, portKey } from './canvasStore.ts';
import { nodeTitle, portsOf } from './ports.ts';
import { portVerdicts } from './verdicts.ts';

/** A port of a node as one end of a link to be. */
export interface PortChoice {
  readonly end: PortEnd;
  readonly spec: PortSpec;
  /** "Predictions of Cascade". */
  readonly title: string;
  /** Why no link can be drawn there; null where one can. */
  readonly reason: string | null;
}

/** Every port of a node, with why nothing can be drawn from it. */
export function startsOf(document: SwarmDocument, node: NodeId): readonly PortChoice[] {
  return portsOf(document, node).map((spec) => {
    const end: PortEnd = { node, port: spec.id, direction: spec.direction };
    return { end, spec, title: spec.label, reason: null };
  });
}

/** Of the ports a link could mean, those worth showing unasked: what fits, and what carries the same and does not. */
export const likelyTargets = (
  choices: readonly PortChoice[],
  own: PortSpec | undefined,
): readonly PortChoice[] => choices.filter(({ reason, spec }) => reason === null || spec.type === own?.type);

/** Every port of other nodes a link from `from` could mean: those that fit first, then the others that go the right way. */
export function targetsOf(document: SwarmDocument, from: PortEnd): readonly PortChoice[] {
  const verdicts = portVerdicts(document, from);
  const choices = Object.entries(document.nodes).flatMap(([id, node]) => {
    const nodeId = id as NodeId; // a key of the document's nodes
    if (nodeId === from.node) return [];
    return portsOf(document, nodeId)
      .filter((spec) => spec.direction !== from.direction)
      .flatMap((spec): PortChoice[] => {
        const end: PortEnd = { node: nodeId, port: spec.id, direction: spec.direction };
        const reason = verdicts.get(portKey(end));
        return reason === undefined
          ? []
          : [{ end, spec, title: t`${spec.label} of ${nodeTitle(node)}`, reason }];
      });
  });
  return choices.toSorted((a, b) => Number(a.reason !== null) - Number(b.reason !== null));
}
