import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { useShownRun } from '../documents/useShown.ts';
import { useAnswer } from '../runs/answerStore.ts';
import { formatPercent } from '../ui/format.ts';
import { nodeAnswer } from './nodeAnswer.ts';

/** Under a node: what it said to the sentence that was tried. */
export function AnswerBubble({ node }: { node: NodeId }) {
  const shown = useShownRun();
  const prediction = useAnswer((state) => (state.runId === shown ? state.prediction : null));
  const answer = prediction === null ? null : nodeAnswer(prediction, node);
  if (prediction === null || answer === null) return null;
  const { label, share, voices } = answer;
  return (
    <div className={`answer-bubble ${label === prediction.label ? '' : 'differs'}`}>
      <b className="clip">{label}</b>
      <span className="num">
        {voices === 1 ? formatPercent(share) : t`${Math.round(share * voices)} of ${voices}`}
      </span>
    </div>
  );
}
