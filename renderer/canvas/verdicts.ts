import { t } from '#engine/core/text.ts';
import { nodesOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { indexDocument } from '#engine/validate/documentIndex.ts';
import { isCompatibleIn } from '#engine/validate/isCompatible.ts';
import { type PortEnd, portKey } from './canvasStore.ts';
import { portsOf } from './ports.ts';

/** For every other port of the document: null where a link from `from` may end there, else the reason why not. */
export function portVerdicts(document: SwarmDocument, from: PortEnd): Map<string, string | null> {
  const index = indexDocument(document);
  const verdicts = new Map<string, string | null>();
  for (const [node] of nodesOf(document)) {
    for (const port of portsOf(document, node)) {
      const end: PortEnd = { node, port: port.id, direction: port.direction };
      if (portKey(end) === portKey(from)) continue;
      verdicts.set(portKey(end), verdict(end));
    }
  }
  return verdicts;

  function verdict(end: PortEnd): string | null {
    if (end.direction === from.direction) {
      return end.direction === 'in'
        ? t`Both ends are ways in: end at a way out.`
        : t`Both ends are ways out: end at a way in.`;
    }
    const [source, target] = from.direction === 'out' ? [from, end] : [end, from];
    const result = isCompatibleIn(index, source, target);
    return result.ok ? null : result.reason;
  }
}
