type Params = Readonly<Record<string, unknown>>;

interface Joining {
  readonly kind: 'federated' | 'hub';
  readonly id?: string;
  readonly params?: Params;
  /** Nodes that join it; default: every fish. */
  readonly members?: readonly string[];
  /** Parameters of the links to it and from it; null: that direction is not drawn. */
  readonly up?: Params | null;
  readonly down?: Params | null;
  readonly family?: 'weights' | 'prediction' | 'state';
}

/** A document (as text) with a server or hub more. */
export function withCentre(document: string, joining: Joining): string {
  const { kind, id = 'server', params = {}, up = {}, down = {}, family = 'weights' } = joining;
  const parsed = JSON.parse(document);
  const kinds: Record<string, string> = Object.fromEntries(
    Object.entries<{ kind: string }>(parsed.nodes).map(([name, node]) => [name, node.kind]),
  );
  const members = joining.members ?? Object.keys(kinds).filter((name) => kinds[name] === 'fish');
  parsed.nodes[id] = { kind, position: { x: 0, y: 0 }, params };
  for (const member of members) {
    const port = kinds[member] === 'federated' ? 'upper' : family;
    const here = { node: member, port };
    const there = { node: id, port: family };
    if (up !== null) parsed.links[`${member}-up-${id}`] = { from: here, to: there, params: up };
    if (down !== null) parsed.links[`${member}-down-${id}`] = { from: there, to: here, params: down };
  }
  return JSON.stringify(parsed);
}
