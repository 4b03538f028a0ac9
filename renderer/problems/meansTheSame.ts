import type { SwarmDocument, SwarmNode } from '#engine/document/schema.ts';

const sameNode = (a: SwarmNode, b: SwarmNode | undefined): boolean =>
  b !== undefined &&
  (a === b || (a.kind === b.kind && a.name === b.name && a.group === b.group && a.params === b.params));

const sameKeys = (a: object, b: object): boolean => {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
};

/**
 * Whether two states of a document differ at most in where things stand and how large they are, and in comments: then they have
 * the same problems, and a run of one costs what a run of the other does.
 */
export function meansTheSame(a: SwarmDocument, b: SwarmDocument): boolean {
  return (
    a === b ||
    (a.run === b.run &&
      a.links === b.links &&
      (a.groups === b.groups || sameKeys(a.groups, b.groups)) &&
      (a.nodes === b.nodes ||
        (sameKeys(a.nodes, b.nodes) &&
          Object.entries(a.nodes).every(([id, node]) =>
            sameNode(node, b.nodes[id as keyof typeof b.nodes]),
          ))))
  );
}
