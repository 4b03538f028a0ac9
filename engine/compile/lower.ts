import type { NodeId } from '../core/brand.ts';
import { ShuuraiError } from '../core/errors.ts';
import type { SwarmDocument } from '../document/schema.ts';
import { FAMILIES } from '../nodes/kind.ts';
import { orderingLinks } from '../validate/cycles.ts';
import { contextOf, type DocumentIndex, indexDocument, type NodeEntry } from '../validate/documentIndex.ts';
import { validate } from '../validate/validate.ts';
import { createPlanBuilder } from './buildPlan.ts';
import type { SwarmPlan } from './plan.ts';

/**
 * A document as the flat plan a run needs. Deterministic: the order of everything follows the ids, not the order the
 * document happens to be kept in, so that the same file gives the same fish the same random numbers.
 *
 * @throws ShuuraiError `invalid-document` with every error's sentence where validation finds any.
 */
export function lower(document: SwarmDocument): SwarmPlan {
  const errors = validate(document).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const sentences = errors.map(({ path, message }) =>
      path === undefined ? message : `${path}: ${message}`,
    );
    throw new ShuuraiError('invalid-document', sentences.join('\n'), {
      details: { problems: errors.length },
    });
  }
  const index = indexDocument(document);
  const builder = createPlanBuilder(index, index.task ?? 'classification');
  for (const entry of loweringOrder(index)) {
    const context = contextOf(index, entry);
    if (context !== null) entry.kind?.lower(context, builder);
  }
  return builder.build();
}

/** Family by family, within a family what is read before who reads it, and by id where either could come first. */
function loweringOrder(index: DocumentIndex): NodeEntry[] {
  const rank = ({ kind }: NodeEntry) =>
    kind === undefined ? FAMILIES.length : FAMILIES.indexOf(kind.family);
  const sources = Map.groupBy(orderingLinks(index), ({ link }) => link.to.node);
  const order: NodeEntry[] = [];
  const placed = new Set<NodeId>();
  const waiting = [...index.nodes.values()].toSorted((a, b) => rank(a) - rank(b)); // stable: ids stay in order
  const isReady = (entry: NodeEntry) =>
    (sources.get(entry.id) ?? []).every(({ link }) => {
      const source = index.nodes.get(link.from.node);
      return source === undefined || rank(source) !== rank(entry) || placed.has(source.id);
    });
  while (waiting.length > 0) {
    const first = waiting[0] as NodeEntry; // not empty
    const next = waiting.findIndex((entry) => rank(entry) === rank(first) && isReady(entry));
    const [entry = first] = waiting.splice(Math.max(next, 0), 1); // a valid document has no circle, so one is ready
    placed.add(entry.id);
    order.push(entry);
  }
  return order;
}
