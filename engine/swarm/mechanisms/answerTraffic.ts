import type { CompiledSwarm } from '#engine/compile/compiled.ts';
import { lostVoices } from '../lostVoices.ts';
import { voicesOf } from '../voices.ts';
import type { Mechanism, World } from './mechanism.ts';

/**
 * Counts what aggregators hear in an evaluation: one message a source, with a distribution for each validation text (or
 * token), 4 bytes a number.
 */
export function answerTraffic({ plan, data }: CompiledSwarm): Mechanism {
  const outputs = data.task === 'language-modelling' ? data.vocabSize : data.classes;
  return {
    id: 'answers',
    evaluated({ state, traffic, isAlive, data: { validation } }: World) {
      const isLost = lostVoices(plan, state.round);
      const { answering } = voicesOf(plan, isAlive, state.hearing, isLost);
      const positions =
        data.task === 'language-modelling'
          ? validation.lengths.reduce((sum, length) => sum + length - 1, 0)
          : validation.size;
      for (const { inputs } of plan.aggregators) {
        for (const source of inputs) {
          const speaks = source.kind === 'fish' ? isAlive(source.fish) : answering.has(source.nodeId);
          if (!speaks) continue;
          const lost = isLost(source);
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
