import type { NodeId } from '../core/brand.ts';
import { t, withinSentence } from '../core/text.ts';
import { either } from '../document/sentences.ts';
import { PORT_NAMES, type PortSpec } from '../nodes/kind.ts';
import { kindOf } from '../nodes/registry.ts';
import type { DiagnosticCode } from './codes.ts';
import { type DocumentIndex, type NodeEntry, portOf } from './documentIndex.ts';

export interface LinkEnd {
  readonly node: NodeId;
  readonly port: string;
}

/** Why two ends cannot be joined. */
export interface LinkFault {
  readonly code: DiagnosticCode;
  readonly message: string;
}

/** What two fish that mix weights may differ in: everything else decides their school, and a school mixes as one. */
const FREE: readonly string[] = ['count', 'learningRate', 'schedule', 'warmup'];

/** Everything one link can be wrong in by itself; null where it is fine or an end is of an unknown kind. */
export function linkFault(index: DocumentIndex, from: LinkEnd, to: LinkEnd): LinkFault | null {
  const source = index.nodes.get(from.node);
  const target = index.nodes.get(to.node);
  if (source === undefined || target === undefined) {
    const missing = source === undefined ? from.node : to.node;
    return {
      code: 'dangling-link',
      message:
        source === undefined
          ? t`The link comes from "${missing}", which is not in the swarm: delete the link.`
          : t`The link goes to "${missing}", which is not in the swarm: delete the link.`,
    };
  }
  if (source.kind === undefined || target.kind === undefined) return null;
  if (source.id === target.id) {
    return {
      code: 'self-link',
      message: t`${source.title} cannot be linked to itself: link it to another node.`,
    };
  }
  const out = portOf(source, 'out', from.port);
  if (out === undefined) return portFault(source, 'out', from.port);
  const into = portOf(target, 'in', to.port);
  if (into === undefined) return portFault(target, 'in', to.port);
  return (
    typeFault(source, out, target, into) ??
    centreFault(source, out, target, into) ??
    shapeFault(source, target, into)
  );
}

function portFault(entry: NodeEntry, direction: PortSpec['direction'], id: string): LinkFault {
  const way = direction === 'out' ? t`way out` : t`way in`;
  if (portOf(entry, direction === 'out' ? 'in' : 'out', id) !== undefined) {
    return {
      code: 'wrong-direction',
      message: t`"${id}" of ${entry.title} is no ${way}: draw the link the other way round.`,
    };
  }
  const ports = entry.ports.filter((port) => port.direction === direction).map((port) => `"${port.id}"`);
  const have = ports.length === 0 ? t`it has no ${way} at all` : t`it has ${either(ports)}`;
  return { code: 'unknown-port', message: t`${entry.title} has no ${way} called "${id}": ${have}.` };
}

function typeFault(source: NodeEntry, out: PortSpec, target: NodeEntry, into: PortSpec): LinkFault | null {
  if (out.type !== into.type) {
    return {
      code: 'incompatible-ports',
      message: t`"${into.label}" of ${target.title} takes ${PORT_NAMES[into.type]}, but ${source.title} gives ${PORT_NAMES[out.type]} there.`,
    };
  }
  if (into.accepts !== undefined && !into.accepts.includes(source.node.kind)) {
    return {
      code: 'incompatible-ports',
      message: t`"${into.label}" of ${target.title} takes ${PORT_NAMES[out.type]} from ${labels(into.accepts)} only, and ${source.title} is ${label(source.node.kind)}.`,
    };
  }
  if (out.accepts !== undefined && !out.accepts.includes(target.node.kind)) {
    return {
      code: 'incompatible-ports',
      message: t`"${out.label}" of ${source.title} goes to ${labels(out.accepts)} only, and ${target.title} is ${label(target.node.kind)}.`,
    };
  }
  return null;
}

const label = (kind: string) => {
  const name = withinSentence(kindOf(kind)?.label ?? kind);
  return /^[aeiou]/.test(name) ? t`an ${name}` : t`a ${name}`;
};
const labels = (kinds: readonly string[]) => either(kinds.map(label));

/** Weights pass between fish, or between a centre (server, hub) and those it joins: fish, or servers by "upper". */
function centreFault(source: NodeEntry, out: PortSpec, target: NodeEntry, into: PortSpec): LinkFault | null {
  if (into.type !== 'weights') return null;
  const isCentre = (entry: NodeEntry, port: PortSpec) => entry.node.kind !== 'fish' && port.id === 'weights';
  if (source.node.kind === 'fish' && target.node.kind === 'fish') return null;
  if (isCentre(source, out) !== isCentre(target, into)) return null;
  return {
    code: 'incompatible-ports',
    message: t`${source.title} and ${target.title} cannot exchange weights this way: fish join a server at its "weights", and a server joins another server or a hub by its own "upper".`,
  };
}

function shapeFault(source: NodeEntry, target: NodeEntry, into: PortSpec): LinkFault | null {
  if (into.type !== 'weights' || source.params === null || target.params === null) return null;
  if (source.node.kind !== 'fish' || target.node.kind !== 'fish') return null;
  const differs = Object.keys(target.params).find(
    (name) => !FREE.includes(name) && source.params?.[name] !== target.params?.[name],
  );
  if (differs === undefined) return null;
  const name = withinSentence(target.kind?.fields[differs]?.label ?? differs);
  return {
    code: 'shape-conflict',
    message: t`Fish can mix their weights only if they are built and trained alike, but ${source.title} and ${target.title} differ in ${name} (${String(source.params[differs])} and ${String(target.params[differs])}).`,
  };
}
