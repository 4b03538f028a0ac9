import { useState } from 'react';
import type { RunId } from '#engine/core/brand.ts';
import type { Prediction } from '#engine/protocol/api.ts';
import { useRun } from '../live/runStore.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import { useRequest } from './useRequest.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function Answer({
  prediction,
  name,
}: {
  readonly prediction: Prediction;
  readonly name: (id: string) => string;
}) {
  const scores = Object.entries(prediction.scores).sort(([, a], [, b]) => b - a);
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
                  <span>{label}</span>
                  <meter min={0} max={1} value={score} aria-label={`${label} ${percent(score)}`} />
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
            <b>{step.nodeId}</b> said {step.label} ({percent(step.confidence)}) from{' '}
            {step.weights.filter(({ weight }) => weight > 0).length} answers
          </p>
        ))}
      </div>
      <ul className="answer-fish" aria-label="Answers of the fish">
        {prediction.fish.map((fish) => (
          <li key={fish.id} className={fish.alive ? '' : 'dead'}>
            <FishGlyph />
            <span>{name(fish.id)}</span>
            <b>{fish.alive ? fish.label : 'dead'}</b>
            <span className="num">{fish.alive ? percent(fish.confidence) : ''}</span>
          </li>
        ))}
      </ul>
    </ScrollRegion>
  );
}

/** Asks the swarm as it is now: the answer, why, and what every fish said. */
export function TryIt({ runId }: { readonly runId: RunId }) {
  const [text, setText] = useState('');
  const fish = useRun(runId, (run) => run.fish);
  const { result, error, busy, send } = useRequest('runs.predict');
  const name = (id: string): string => fish?.find((one) => one.id === id)?.name ?? id;
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
        <p className="empty">
          Each fish answers for itself, then the aggregators decide. Dead fish are silent.
        </p>
      )}
    </div>
  );
}
