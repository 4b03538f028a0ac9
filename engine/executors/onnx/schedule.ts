import type { NodeMessage } from './proto.ts';

/** Nodes that compute nothing: their results are their operands' memory. */
const FREE: ReadonlySet<string> = new Set(['Reshape', 'Identity']);

/**
 * The values after which onnxruntime must be told to go on with something else, if it is to run `nodes` in that
 * order: those whose makers are not followed by one of their readers.
 */
export function turningPoints(nodes: readonly NodeMessage[]): readonly string[] {
  const computing = nodes.filter((node) => !FREE.has(node.opType));
  const origin = new Map<string, string>();
  for (const node of nodes) {
    const [from = ''] = node.inputs;
    if (FREE.has(node.opType)) for (const name of node.outputs) origin.set(name, origin.get(from) ?? from);
  }
  const read = new Set(nodes.flatMap((node) => node.inputs));
  return computing.flatMap((node, index) => {
    const following = computing[index + 1];
    const outputs = node.outputs.filter((name) => name !== '');
    const goesOn = following?.inputs.some((name) => outputs.includes(origin.get(name) ?? name)) ?? true;
    const [first = ''] = outputs;
    return goesOn || !outputs.some((name) => read.has(name)) ? [] : [first];
  });
}
