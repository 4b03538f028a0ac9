import { useEffect, useState } from 'react';
import { exitNamed } from '#engine/compile/sources.ts';
import type { NodeId, RunId } from '#engine/core/brand.ts';
import type { Prediction } from '#engine/protocol/api.ts';
import { nodeTitle } from '../canvas/ports.ts';
import { useActiveDocument } from '../documents/store.ts';
import { useRun } from '../live/runStore.ts';
import { Empty } from '../ui/Empty.tsx';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { plural } from '../ui/format.ts';
import { Meter } from '../ui/Meter.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { useAnswer } from './answerStore.ts';
import { useRequest } from './useRequest.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

interface AnswerProps {
  readonly prediction: Prediction;
  readonly name: (id: string) => string;
}

function Answer({ prediction, name }: AnswerProps) {
  const scores = Object.entries(prediction.scores).sort(([, a], [, b]) => b - a);
  const last = prediction.path.at(-1);
  // What was heard at a fish's early exits was heard from the fish.
  const weightOf = (id: string): number | null =>
    last?.weights
      .filter(({ source }) => (exitNamed(source)?.fish ?? source) === id)
      .reduce<number | null>((sum, { weight }) => (sum ?? 0) + weight, null) ?? null;
  return (
    <ScrollRegion className="answer" label="Answer">
      <div className="answer-main">
        {prediction.continuation === undefined ? (
          <>
            <p className="answer-label">
              {prediction.label} <span className="num">{percent(prediction.confidence)}</span>
            </p>
            <ul className="answer-scores">
              {scores.slice(0, 8).map(([label, score]) => (
                <li key={label}>
                  <span className="clip">{label}</span>
                  <Meter value={score} label={`${label} ${percent(score)}`} />
                  <span className="num">{percent(score)}</span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="answer-text">
            {prediction.text}
            <b>{prediction.continuation}</b>
          </p>
        )}
        {prediction.path.map((step) => (
          <p key={step.nodeId} className="answer-path">
            <b>{name(step.nodeId)}</b> said {step.label} ({percent(step.confidence)}) from{' '}
            {plural(step.weights.filter(({ weight }) => weight > 0).length, 'answer')}
          </p>
        ))}
      </div>
      <ul className="answer-fish" aria-label="Answers of the fish">
        {prediction.fish.map((fish) => {
          const weight = weightOf(fish.id);
          const agrees = fish.label === prediction.label;
          return (
            <li key={fish.id} className={fish.alive ? (agrees ? '' : 'differs') : 'dead'}>
              <FishGlyph />
              <span className="clip">{name(fish.id)}</span>
              <b className="clip">{fish.alive ? fish.label : 'dead'}</b>
              {fish.alive ? <Meter value={fish.confidence} /> : <span />}
              <span className="num">{fish.alive ? percent(fish.confidence) : ''}</span>
              <span className="num weight" title="its weight in the decision">
                {fish.alive && weight !== null ? `× ${weight.toFixed(2)}` : ''}
              </span>
            </li>
          );
        })}
      </ul>
    </ScrollRegion>
  );
}

/** Asks the swarm as it is now: the answer, why, and what every fish said. */
export function TryIt({ runId }: { readonly runId: RunId }) {
  const [text, setText] = useState('');
  const fish = useRun(runId, (run) => run.fish);
  const { result, error, busy, send } = useRequest('runs.predict');
  const nodes = useActiveDocument()?.nodes;
  const name = (id: string): string => {
    const node = nodes?.[id as NodeId]; // ids of the path are those of the document the run began with
    return fish?.find((one) => one.id === id)?.name ?? (node === undefined ? id : nodeTitle(node));
  };
  useEffect(() => {
    useAnswer.setState({ runId, prediction: result });
    return () => useAnswer.setState({ runId: null, prediction: null });
  }, [runId, result]);
  return (
    <div className="try-it">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void send({ runId, text });
        }}
      >
        <input
          className="input"
          aria-label="Text to try"
          placeholder="Type a sentence and press Enter"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="btn primary" disabled={busy || text.trim() === ''}>
          Ask the swarm
        </button>
      </form>
      {error !== null && (
        <p className="form-error" role="alert">
          {error}
        </p>
      )}
      {result !== null && <Answer prediction={result} name={name} />}
      {result === null && error === null && (
        <Empty icon="speech" title="Ask the swarm as it is now">
          Each fish answers for itself, then the aggregators decide. Dead fish are silent.
        </Empty>
      )}
    </div>
  );
}
