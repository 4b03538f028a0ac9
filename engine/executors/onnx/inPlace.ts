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

/** Who makes and who reads each value of a graph whose nodes stand in topological order. */
class Relations {
  readonly nodes: readonly NodeMessage[];
  readonly #makers = new Map<string, number>();
  readonly #readers = new Map<string, number[]>();
  /** For each node, those that make its operands. */
  readonly #operands: readonly (readonly number[])[];

  constructor(nodes: readonly NodeMessage[]) {
    this.nodes = nodes;
    nodes.forEach((node, position) => {
      for (const name of node.outputs) if (name !== '') this.#makers.set(name, position);
      for (const name of new Set(node.inputs)) {
        const readers = this.#readers.get(name);
        if (readers === undefined) this.#readers.set(name, [position]);
        else readers.push(position);
      }
    });
    this.#operands = nodes.map((node) => node.inputs.flatMap((name) => this.#makers.get(name) ?? []));
  }

  maker(name: string): number | undefined {
    return this.#makers.get(name);
  }

  /** The value and all that share its memory. */
  viewsOf(name: string): ReadonlySet<string> {
    const views = new Set([name]);
    for (const view of views) {
      for (const reader of this.#readers.get(view) ?? []) {
        const { opType, inputs, outputs } = this.nodes[reader] ?? { opType: '', inputs: [], outputs: [] };
        if (SHARING.has(opType) && inputs[0] === view) for (const output of outputs) views.add(output);
      }
    }
    return views;
  }

  readersOf(values: ReadonlySet<string>): ReadonlySet<number> {
    return new Set([...values].flatMap((value) => this.#readers.get(value) ?? []));
  }

  /** Whether each of `nodes` is an ancestor of `descendant`. */
  areAncestors(nodes: readonly number[], descendant: number): boolean {
    const earliest = Math.min(...nodes);
    const seen = new Uint8Array(this.nodes.length);
    const pending = [descendant];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      for (const operand of this.#operands[node] ?? []) {
        if (seen[operand] === 1 || operand < earliest) continue;
        seen[operand] = 1;
        pending.push(operand);
      }
    }
    return nodes.every((node) => seen[node] === 1);
  }
}

/**
 * May the new value be written over the old one while the graph runs? onnxruntime runs nodes one after the other
 * in SOME topological order, so this holds only if no reader of the old value can come after the writer: each is
 * an ancestor of the writer, or is the writer itself and reads elementwise (or is a ScatterND into that table).
 * Readers of a reshaped view count, because the view is the same memory. Valid only when onnxruntime does not
 * rewrite the graph (graphOptimizationLevel "disabled").
 *
 * @param nodes In topological order.
 */
export function inPlaceCheck(nodes: readonly NodeMessage[]): (update: UpdatePlan) => boolean {
  const relations = new Relations(nodes);
  return ({ feed, fetch }) => {
    const position = relations.maker(fetch);
    const writer = position === undefined ? undefined : nodes[position];
    if (position === undefined || writer === undefined || !writesSafely(writer, feed)) return false;
    const views = relations.viewsOf(feed);
    const readers = relations.readersOf(views);
    const readsView = writer.inputs.some((name) => name !== feed && views.has(name));
    if (readsView) return false;
    const others = [...readers].filter((reader) => reader !== position);
    return relations.areAncestors(others, position);
  };
}

function writesSafely(writer: NodeMessage, feed: string): boolean {
  if (!writer.inputs.includes(feed)) return true;
  if (writer.opType === 'ScatterND') return !writer.inputs.slice(1).includes(feed);
  return ELEMENTWISE.has(writer.opType);
}
