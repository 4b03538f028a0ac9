import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import { isLost } from '../faults.ts';
import { lostVoices } from '../lostVoices.ts';
import { canAnswer, voicesOf } from '../voices.ts';
import type { Mechanism, World } from './mechanism.ts';

/**
 * Counts what aggregators hear in an evaluation: one message a source, with a distribution for each validation text (or
 * token), 4 bytes a number.
 */
export function answerTraffic({ data }: CompiledSwarm): Mechanism {
  const outputs = data.task === 'language-modelling' ? data.vocabSize : data.classes;
  return {
    id: 'answers',
    evaluated({ plan, state, traffic, isAlive, data: { validation } }: World) {
      const lostByLink = lostVoices(plan, state.round);
      const { answering } = voicesOf(plan, isAlive, state, lostByLink);
      const positions =
        data.task === 'language-modelling'
          ? validation.lengths.reduce((sum, length) => sum + length - 1, 0)
          : validation.size;
      for (const { nodeId, inputs } of plan.aggregators) {
        for (const source of inputs) {
          if (!canAnswer(source, isAlive, answering) || state.links[source.linkId] === 0) continue;
          const byFault = source.kind === 'fish' && isLost(plan, state, source.fish, nodeId);
          const lost = byFault || lostByLink(source);
          traffic.crossed(
            source.linkId,
            'prediction',
            { messages: lost ? 0 : 1, bytes: lost ? 0 : 4 * outputs * positions, dropped: lost ? 1 : 0 },
            'answers',
          );
        }
      }
    },
  };
}
