import { exitNamed } from '#engine/compile/sources.ts';
import type { NodeId } from '#engine/core/brand.ts';
import { linksOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { PROPOSALS_PORT } from '#engine/nodes/predictionPorts.ts';
import type { FishInfo } from '#engine/protocol/events.ts';

/**
 * Parameters of all fish that speak in the answer of a fish or node: what orders the levels of a cascade.
 * Of an early exit, its part of the layers.
 */
export function parametersBehind(
  document: SwarmDocument,
  fish: readonly Pick<FishInfo, 'id' | 'nodeId' | 'parameters'>[],
  source: string,
): number {
  const exit = exitNamed(source);
  if (exit !== null) {
    const { layers } = document.nodes[exit.fish as NodeId]?.params ?? {}; // only looked up
    const whole = parametersBehind(document, fish, exit.fish);
    return (whole * exit.layer) / (typeof layers === 'number' ? layers : exit.layer + 1);
  }
  return fishBehind(document, fish, source).reduce((sum, { parameters }) => sum + parameters, 0);
}

/** All fish that speak in the answer of a fish or node. */
export function fishBehind<Fish extends Pick<FishInfo, 'id' | 'nodeId'>>(
  document: SwarmDocument,
  fish: readonly Fish[],
  source: string,
): readonly Fish[] {
  const links = linksOf(document);
  const behind = new Set([source]);
  for (const node of behind) {
    for (const [, { from, to }] of links) {
      const hears = to.port === 'prediction' && document.nodes[to.node]?.kind !== 'fish';
      if (to.node === node && (hears || to.port === PROPOSALS_PORT)) behind.add(from.node);
    }
  }
  return fish.filter(({ id, nodeId }) => behind.has(id) || behind.has(nodeId));
}
