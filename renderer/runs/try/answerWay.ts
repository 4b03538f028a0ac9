import type { LinkId, NodeId } from '#engine/core/brand.ts';
import { linksOf, nodesOf } from '#engine/document/graph.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { PROPOSALS_PORT } from '#engine/nodes/predictionPorts.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { nodeAnswer } from '../../canvas/nodeAnswer.ts';
import { fishOfSource } from './fishOfSource.ts';

/** What one link carried of the answer to a sentence. */
export interface Passed {
  readonly label: string;
  /** Confidence, or of a school the share of its fish that said so. */
  readonly share: number;
  /** How much the receiver made of it; null where it has no weights (the goal). */
  readonly weight: number | null;
  /** Whether it took part in the answer of the swarm. */
  readonly used: boolean;
}

export interface AnswerWay {
  readonly links: ReadonlyMap<LinkId, Passed>;
  /** Nodes whose answers took part. */
  readonly nodes: ReadonlySet<NodeId>;
}

/** How an answer came together, link by link: from the goal back over every source that had a weight. */
export function answerWay(document: SwarmDocument, prediction: Prediction): AnswerWay {
  const links = new Map<LinkId, Passed>();
  const nodes = new Set<NodeId>();
  const all = linksOf(document).filter(
    ([, { to }]) => to.port === 'prediction' || to.port === PROPOSALS_PORT,
  );
  const goals = nodesOf(document).filter(([, node]) => node.kind === 'goal');
  const deciders = new Set<string>([
    ...goals.map(([id]) => id),
    ...prediction.path.map(({ nodeId }) => nodeId),
  ]);
  const readers = new Set(
    prediction.fish.filter(({ reads }) => reads.length > 0).map(({ nodeId }) => nodeId),
  );
  const weightOf = (from: NodeId, to: NodeId): number | null => {
    if (readers.has(to)) {
      const said = new Set(prediction.fish.filter(({ nodeId }) => nodeId === from).map(({ id }) => id));
      const read = prediction.fish.some(
        ({ nodeId, reads }) => nodeId === to && reads.some(({ source }) => said.has(source)),
      );
      return read ? null : 0;
    }
    const step = prediction.path.find(({ nodeId }) => nodeId === to);
    if (step === undefined) return null;
    const fish = new Set(prediction.fish.filter(({ nodeId }) => nodeId === from).map(({ id }) => id));
    const own = step.weights.filter(({ source }) => source === from || fish.has(fishOfSource(source)));
    return own.reduce((sum, { weight }) => sum + weight, 0);
  };
  const visit = (to: NodeId, reached: boolean): void => {
    if (reached) nodes.add(to);
    // What a fish hears teaches it; only aggregators and the goal answer from what they hear, and fish from what they read.
    if (!deciders.has(to) && !readers.has(to)) return;
    for (const [id, link] of all) {
      if (link.to.node !== to || (link.to.port === PROPOSALS_PORT) !== readers.has(to)) continue;
      const from = link.from.node;
      const answer = nodeAnswer(prediction, from);
      if (answer === null) continue;
      const weight = weightOf(from, to);
      const used = reached && weight !== 0;
      if (links.get(id)?.used === true || (links.has(id) && !used)) continue; // seen on another way
      links.set(id, { label: answer.label, share: answer.share, weight, used });
      visit(from, used);
    }
  };
  for (const [id] of goals) visit(id, true);
  return { links, nodes };
}
