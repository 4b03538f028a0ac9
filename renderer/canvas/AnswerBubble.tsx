import type { NodeId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { useActiveDocument } from '../documents/store.ts';
import { useNodeName } from '../documents/useNodeName.ts';
import { useShownRun } from '../documents/useShown.ts';
import { useAnswer } from '../runs/try/answerStore.ts';
import { explainShortly, explainStep } from '../runs/try/explainStep.ts';
import { labelWord } from '../runs/try/labelWord.ts';
import { formatPercent } from '../ui/format.ts';
import { nodeAnswer } from './nodeAnswer.ts';
import './answerBubble.css';

/** Under a node: what it said to the sentence that was tried; of a school each fish's answer, of an aggregator why. */
export function AnswerBubble({ node }: { node: NodeId }) {
  const shown = useShownRun();
  const prediction = useAnswer((state) => (state.runId === shown ? state.prediction : null));
  const used = useAnswer((state) => state.way?.nodes.has(node) ?? true);
  const answer = prediction === null ? null : nodeAnswer(prediction, node);
  if (prediction === null || answer === null) return null;
  const { label, share, voices } = answer;
  return (
    <div
      className={`answer-bubble ${label === prediction.label ? '' : 'differs'} ${used ? 'used' : 'unused'}`}
      data-answer={label}
    >
      <span className="answer-bubble-main">
        <b className="clip">{labelWord(prediction, label)}</b>
        <span className="num">
          {voices === 1 ? formatPercent(share) : t`${Math.round(share * voices)} of ${voices}`}
        </span>
      </span>
      {voices > 1 && <SchoolAnswers prediction={prediction} node={node} />}
      <Why prediction={prediction} node={node} />
    </div>
  );
}

/** One stroke a fish, as high as it was sure. */
function SchoolAnswers({ prediction, node }: { prediction: Prediction; node: NodeId }) {
  const name = useNodeName();
  const fish = prediction.fish.filter(({ nodeId }) => nodeId === node);
  return (
    <ul className="answer-strokes" aria-label={t`Answers of the school`}>
      {fish.map((one) => {
        const said = one.alive
          ? `${name(one.id)}: ${labelWord(prediction, one.label)}, ${formatPercent(one.confidence)}`
          : t`${name(one.id)} is dead`;
        return (
          <li
            key={one.id}
            className={!one.alive ? 'dead' : one.label === prediction.label ? '' : 'differs'}
            title={said}
          >
            <i style={{ height: `${one.alive ? Math.round(one.confidence * 100) : 12}%` }} />
            <span className="visually-hidden">{said}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Why({ prediction, node }: { prediction: Prediction; node: NodeId }) {
  const name = useNodeName();
  const kind = useActiveDocument()?.nodes[node]?.kind ?? '';
  const step = prediction.path.find(({ nodeId }) => nodeId === node);
  if (step === undefined) return null;
  return (
    <small className="clip" title={explainStep(kind, step, prediction, name)}>
      {explainShortly(kind, step, prediction, name)}
    </small>
  );
}
