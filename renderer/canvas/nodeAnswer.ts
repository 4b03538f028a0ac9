import type { Prediction } from '#engine/protocol/api/answers.ts';

export interface NodeAnswer {
  readonly label: string;
  /** Confidence of a single voice; of a school the share of its living fish that said `label`. */
  readonly share: number;
  /** How many fish spoke; 1 for an aggregator. */
  readonly voices: number;
}

/** What a node said to the sentence that was tried: an aggregator its decision, a school what most of its fish said. */
export function nodeAnswer(prediction: Prediction, nodeId: string): NodeAnswer | null {
  const decision = prediction.path.find((step) => step.nodeId === nodeId);
  if (decision !== undefined) return { label: decision.label, share: decision.confidence, voices: 1 };
  const fish = prediction.fish.filter((one) => one.nodeId === nodeId && one.alive);
  const [first] = fish;
  if (first === undefined) return null;
  if (fish.length === 1) return { label: first.label, share: first.confidence, voices: 1 };
  const counts = new Map<string, number>();
  for (const { label } of fish) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [label, count] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
  return { label, share: count / fish.length, voices: fish.length };
}
