import type { NodeMessage } from './proto.ts';

/** Nodes whose output shares its operand's memory in onnxruntime. */
const SHARING = new Set(['Reshape', 'Identity']);

/** Kernels that read element i of every operand of the full shape before they write element i. */
const ELEMENTWISE = new Set(['Add', 'Sub', 'Mul', 'Div', 'Where']);

export interface UpdatePlan {
  /** Name of the graph input whose memory would be overwritten. */
  readonly feed: string;
  /** Name of the graph output that holds the new value, of the same shape. */
  readonly fetch: string;
}

/**
 * May the new value be written over the old one while the graph runs? onnxruntime runs nodes one after the other
 * in SOME topological order, so this holds only if no reader of the old value can come after the writer: each is
 * an ancestor of the writer, or is the writer itself and reads elementwise (or is a ScatterND into that table).
 * Readers of a reshaped view count, because the view is the same memory. Valid only when onnxruntime does not
 * rewrite the graph (graphOptimizationLevel "disabled").
 */
export function isInPlaceSafe(nodes: readonly NodeMessage[], update: UpdatePlan): boolean {
  const producers = new Map<string, NodeMessage>();
  for (const node of nodes) for (const output of node.outputs) if (output !== '') producers.set(output, node);
  const writer = producers.get(update.fetch);
  if (writer === undefined || !writesSafely(writer, update.feed)) return false;

  const views = new Set([update.feed]);
  for (const node of nodes) {
    const shared = node.inputs[0];
    if (SHARING.has(node.opType) && shared !== undefined && views.has(shared)) {
      for (const output of node.outputs) views.add(output);
    }
  }
  const ancestors = ancestorsOf(writer, producers);
  return nodes.every((node) => {
    if (ancestors.has(node) || !node.inputs.some((name) => views.has(name))) return true;
    return node === writer && node.inputs.every((name) => name === update.feed || !views.has(name));
  });
}

function writesSafely(writer: NodeMessage, feed: string): boolean {
  if (!writer.inputs.includes(feed)) return true;
  if (writer.opType === 'ScatterND') return !writer.inputs.slice(1).includes(feed);
  return ELEMENTWISE.has(writer.opType);
}

function ancestorsOf(node: NodeMessage, producers: ReadonlyMap<string, NodeMessage>): Set<NodeMessage> {
  const ancestors = new Set<NodeMessage>();
  const pending = [...node.inputs];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const producer = producers.get(name);
    if (producer === undefined || ancestors.has(producer)) continue;
    ancestors.add(producer);
    pending.push(...producer.inputs);
  }
  return ancestors;
}
