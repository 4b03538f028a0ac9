import type { NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import type { Prediction } from '#engine/protocol/api/answers.ts';
import { useActiveDocument } from '../../documents/store.ts';
import { useNodeName } from '../../documents/useNodeName.ts';
import { FishGlyph } from '../../ui/FishGlyph.tsx';
import { formatFixed, formatPercent } from '../../ui/format.ts';
import { Meter } from '../../ui/Meter.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { explainStep } from './explainStep.ts';
import { fishOfSource } from './fishOfSource.ts';
import { labelInSentence, labelWord } from './labelWord.ts';
import { Written } from './Written.tsx';
import './answer.css';

/** Classes, or next tokens, that are listed. */
const SHOWN = 8;

interface AnswerProps {
  readonly prediction: Prediction;
  /** The right answer, where it is known. */
  readonly truth: string | null;
}

/** The answer, how each aggregator came to it, and what every fish said. */
export function Answer({ prediction, truth }: AnswerProps) {
  const name = useNodeName();
  const nodes = useActiveDocument()?.nodes;
  const scores = Object.entries(prediction.scores).sort(([, a], [, b]) => b - a);
  const right = truth === prediction.label;
  return (
    <ScrollRegion className="answer" label={t`Answer`}>
      <div className="answer-main">
        {prediction.continuation === undefined ? (
          <p className="answer-label">
            {prediction.label} <span className="num">{formatPercent(prediction.confidence)}</span>
            {truth !== null && (
              <span className={`pill ${right ? 'ok' : 'bad'}`}>
                {right ? t`right` : t`wrong: it is ${truth}`}
              </span>
            )}
          </p>
        ) : (
          <Written prediction={prediction} />
        )}
        {prediction.fish
          .filter(({ alive, reads }) => alive && reads.length > 0)
          .map(({ id, label, confidence, reads }) => (
            <p key={id} className="answer-path">
              <b>{name(id)}</b>{' '}
              {t`said ${labelInSentence(prediction, label)} (${formatPercent(confidence)}).`}{' '}
              {counted(
                reads.length,
                'It read {0} answer beside the text.',
                'It read {0} answers beside the text.',
              )}
            </p>
          ))}
        {prediction.path.map((step) => (
          <p key={step.nodeId} className="answer-path">
            <b>{name(step.nodeId)}</b>{' '}
            {t`said ${labelInSentence(prediction, step.label)} (${formatPercent(step.confidence)}).`}{' '}
            {explainStep(nodes?.[step.nodeId as NodeId]?.kind ?? '', step, prediction, name)}
          </p>
        ))}
        <ul
          className="answer-scores"
          aria-label={prediction.continuation === undefined ? t`Classes` : t`Next token`}
        >
          {scores.slice(0, SHOWN).map(([label, score]) => (
            <li key={label}>
              <span className="clip">{labelWord(prediction, label)}</span>
              <Meter value={score} label={`${labelWord(prediction, label)} ${formatPercent(score)}`} />
              <span className="num">{formatPercent(score)}</span>
            </li>
          ))}
        </ul>
      </div>
      <AnswersOfFish prediction={prediction} name={name} />
    </ScrollRegion>
  );
}

interface AnswersOfFishProps {
  readonly prediction: Prediction;
  readonly name: (id: string) => string;
}

function AnswersOfFish({ prediction, name }: AnswersOfFishProps) {
  const weights = prediction.path.flatMap((step) => step.weights);
  return (
    <ul className="answer-fish" aria-label={t`Answers of the fish`}>
      {prediction.fish.map((fish) => {
        // What was heard at a fish's early exits was heard from the fish.
        const own = weights.filter(({ source }) => fishOfSource(source) === fish.id);
        const weight = own.length === 0 ? null : own.reduce((sum, one) => sum + one.weight, 0);
        return (
          <li
            key={fish.id}
            className={fish.alive ? (fish.label === prediction.label ? '' : 'differs') : 'dead'}
          >
            <FishGlyph />
            <span className="clip">{name(fish.id)}</span>
            <b className="clip">{fish.alive ? labelWord(prediction, fish.label) : t`dead`}</b>
            {fish.alive ? <Meter value={fish.confidence} /> : <span />}
            <span className="num">{fish.alive ? formatPercent(fish.confidence) : ''}</span>
            <span className="num weight" title={t`its weight in the decision`}>
              {fish.alive && weight !== null ? `× ${formatFixed(weight, 2)}` : ''}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
